"""`python -m pipeline` and the command `duizhao`: failures become one line and an exit code."""

import sys


def main() -> None:
    """Runs the command line; exits 0, 1 for findings, 2 for what cannot run, 130 when interrupted."""
    try:
        _run()
    except KeyboardInterrupt:
        print("interrupted; every file is whole", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output has gone (`duizhao check | head`); there is no one left to tell.
        sys.stderr.close()
        sys.exit(0)


def _run() -> None:
    # Everything is imported here, since an interruption may well come while modules are loaded.
    from pipeline.errors import DuizhaoError

    try:
        from pipeline.cli import app

        app(prog_name="duizhao")
    except DuizhaoError as error:
        from pipeline.report import failure

        print(failure(error), file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
