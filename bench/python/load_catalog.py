"""Loads the tables that LegTracker's catalog keeps with nothing but the standard library, for docs/benchmarks.md.

usage: load_catalog.py SESSION_ZIP INCREMENT_ZIP DATABASE
"""
import csv
import io
import resource
import sqlite3
import sys
import time
import zipfile

csv.field_size_limit(1 << 24)
FORMAT = dict(delimiter="\t", quotechar="`", escapechar="\\", doublequote=True, lineterminator="\n")
TABLES = """
CREATE TABLE Measures (Id TEXT PRIMARY KEY, LatestVersion TEXT, House TEXT, Location TEXT, Status TEXT, Chapter TEXT) WITHOUT ROWID;
CREATE TABLE Actions (Bill TEXT, Id INTEGER, Sequence INTEGER, Date TEXT, Text TEXT);
CREATE INDEX ActionsOfBill ON Actions (Bill);
CREATE TABLE Versions (Id TEXT PRIMARY KEY, Bill TEXT, Number INTEGER, Date TEXT, Action TEXT, Subject TEXT, VoteRequired TEXT, Appropriation TEXT,
    FiscalCommittee TEXT, LocalProgram TEXT, SubstantiveChanges TEXT, Urgency TEXT, TaxLevy TEXT, Lob TEXT, Updated TEXT) WITHOUT ROWID;
CREATE INDEX VersionsOfBill ON Versions (Bill, Number);
CREATE TABLE Authors (Version TEXT, Name TEXT, House TEXT, Contribution TEXT, IsPrimary TEXT);
CREATE INDEX AuthorsOfVersion ON Authors (Version);
"""


def rows(archive, table, count):
    with archive.open(table + ".dat") as raw:
        for row in csv.reader(io.TextIOWrapper(raw, "utf-8", newline=""), **FORMAT):
            if len(row) != count:
                raise ValueError(f"{table}: {len(row)} columns instead of {count}")
            yield [None if cell == "NULL" else cell for cell in row]


def text(cell):
    return None if cell is None else " ".join(cell.split())


def load(path, db):
    with zipfile.ZipFile(path) as archive, db:
        db.executemany("INSERT OR REPLACE INTO Measures VALUES (?,?,?,?,?,?)", ((r[0], r[10], text(r[16]), text(r[14]), text(r[17]), r[9]) for r in rows(archive, "BILL_TBL", 19)))
        lines = ((r[0], int(r[1]), int(r[6]), r[2][:10], text(r[3])) for r in rows(archive, "BILL_HISTORY_TBL", 13))
        db.execute("CREATE TEMP TABLE New AS SELECT * FROM Actions WHERE false")
        db.executemany("INSERT INTO temp.New VALUES (?,?,?,?,?)", lines)
        db.execute("DELETE FROM Actions WHERE Bill IN (SELECT Bill FROM temp.New)")
        db.execute("INSERT INTO Actions SELECT * FROM temp.New")
        db.execute("DROP TABLE temp.New")
        versions = [(r[0], r[1], int(r[2]), r[3][:10], text(r[4]), text(r[6]), *r[7:15], r[17]) for r in rows(archive, "BILL_VERSION_TBL", 18)]
        db.executemany(f"INSERT OR REPLACE INTO Versions VALUES ({','.join('?' * 15)})", versions)
        db.executemany("DELETE FROM Authors WHERE Version = ?", ((v[0],) for v in versions))
        db.executemany("INSERT INTO Authors VALUES (?,?,?,?,?)", ((r[0], text(r[3]), r[2], r[4], r[9]) for r in rows(archive, "BILL_VERSION_AUTHORS_TBL", 10)))


def main(session, increment, database):
    db = sqlite3.connect(database)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=NORMAL")
    db.executescript(TABLES)
    times = []
    for path in (session, increment):
        began = time.perf_counter()
        load(path, db)
        times += [time.perf_counter() - began, time.process_time()]
    counts = [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("Measures", "Actions", "Versions", "Authors")]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(f"Python:     session {times[0]:.2f} s (processor {times[1]:.2f} s with start), increment {times[2]:.2f} s (processor {times[3] - times[1]:.2f} s), peak {peak / 1e6:.0f} MB; "
          f"{counts[0]} measures, {counts[1]} actions, {counts[2]} versions, {counts[3]} authors")


if __name__ == "__main__":
    main(*sys.argv[1:])
