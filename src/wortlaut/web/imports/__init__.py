"""What comes in through the browser: uploads, and the jobs that read them one after the other."""
