# What chat platforms need besides answers.

not-recorded = I could not record that just now, so nothing was done. Try again in a minute.
