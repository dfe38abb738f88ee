"""What pipeline raises, and the exit codes of the command line."""

EXIT_OK = 0
EXIT_FAILED = 1
EXIT_MISUSE = 2
EXIT_LOCKED = 75
EXIT_SIGINT = 130
EXIT_SIGTERM = 143


class PipelineError(Exception):
    """Base of the errors of this room; `exit_code` is what the command ends with."""

    exit_code = EXIT_FAILED


class MisuseError(PipelineError):
    """The command was called with something that does not exist or cannot be meant."""

    exit_code = EXIT_MISUSE


class StoreError(PipelineError):
    """The database is missing, is not ours, is of a newer schema, or is damaged."""


class LockedError(PipelineError):
    """Another run holds the lock of this database."""

    exit_code = EXIT_LOCKED


class ConfigError(PipelineError):
    """The configuration holds an unknown key or an impossible value."""

    exit_code = EXIT_MISUSE
