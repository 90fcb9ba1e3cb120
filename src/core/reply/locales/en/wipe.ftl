# What operators must do by hand after a wipe.
wipe-left-telegram-token = Telegram: revoke the bot’s token with @BotFather (/revoke), or delete the bot (/deletebot); its chats stay readable with the old token until then.
wipe-left-discord-token = Discord: reset the token in the Developer Portal (Bot, Reset Token), and remove the bot from the servers.
wipe-left-team-chats = Team chats: delete the cards and replies that stand there; dalil cannot recall what was posted.
wipe-left-backups = Backups: those of the database are unreadable without the keys. If anybody copied the directory of keys, destroy those copies; they undo the wipe.
wipe-left-disk = Disk: flash disks, snapshots and copy-on-write file systems may keep the keys’ old blocks. Destroy snapshots; if the disk is not encrypted, destroy the disk.
wipe-left-originals = Originals: what was encrypted to the coordinators’ keys was sealed once more here, and that seal is gone. Copies that coordinators took out are theirs to destroy.
wipe-left-server = Server: stop dalil, and delete its directory and database if nothing is to be kept. Incidents that were published are still in the store.
