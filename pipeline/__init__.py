"""Start work, keep the store, talk to people and cron."""
