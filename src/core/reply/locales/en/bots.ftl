# What chat platforms need besides answers.

not-recorded = I could not record that just now, so nothing was done. Try again in a minute.
answered-in-private = My answer is for you alone, so it is in our private chat. Is nothing there? Open a chat with me, press Start, and send it to me there.
