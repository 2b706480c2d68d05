namespace LegTracker.Server.Recording.Catalog;

/// <summary>The statements that lay a staged file over the catalog. Parameters: <c>$session $built $file</c>.</summary>
internal static class CatalogStatements
{
    /// <summary>Takes every staged row that no newer file has spoken about.</summary>
    /// <remarks>Unchanged prints keep their arrival; new and corrected ones get the next numbers, in the order in which they were written.</remarks>
    public const string Lay = """
        INSERT INTO Measures (Id, Session, LatestVersion, House, Location, Status, Chapter, Built)
        SELECT Id, $session, LatestVersion, House, Location, Status, Chapter, $built FROM temp.NewMeasures WHERE true
        ON CONFLICT (Id) DO UPDATE SET
            LatestVersion = excluded.LatestVersion, House = excluded.House, Location = excluded.Location, Status = excluded.Status,
            Chapter = excluded.Chapter, Built = excluded.Built
        WHERE Measures.Built <= excluded.Built;

        CREATE TEMP TABLE Rewritten AS
        SELECT Bill, min(coalesce(Sequence, 0)) AS First FROM temp.NewActions
        WHERE Bill NOT IN (SELECT Bill FROM Actions WHERE Built > $built) GROUP BY Bill;
        CREATE UNIQUE INDEX temp.RewrittenBill ON Rewritten (Bill);
        DELETE FROM Actions WHERE rowid IN (
            SELECT a.rowid FROM temp.Rewritten r JOIN Actions a ON a.Bill = r.Bill WHERE r.First <= 1 OR a.Sequence IS NULL OR a.Sequence >= r.First);
        INSERT INTO Actions (Bill, Session, Id, Sequence, Date, Text, Built)
        SELECT Bill, $session, Id, Sequence, Date, Text, $built FROM temp.NewActions
        WHERE Bill IN (SELECT Bill FROM temp.Rewritten) ORDER BY Bill, Sequence, Id;
        DROP TABLE temp.Rewritten;

        DELETE FROM Authors WHERE Version IN (SELECT Version FROM temp.NewAuthors) AND Built <= $built;
        INSERT INTO Authors (Version, Session, Name, House, Contribution, IsPrimary, Built)
        SELECT Version, $session, Name, House, Contribution, IsPrimary, $built FROM temp.NewAuthors n
        WHERE IsActive AND NOT EXISTS (SELECT 1 FROM Authors a WHERE a.Version = n.Version AND a.Built > $built) ORDER BY Version, rowid;

        DELETE FROM Versions WHERE Built <= $built AND Id IN (SELECT Id FROM temp.NewVersions WHERE NOT IsActive);
        UPDATE Versions SET Built = $built, Lob = n.Lob, LobFile = $file, VoteRequired = n.VoteRequired, Appropriation = n.Appropriation, FiscalCommittee = n.FiscalCommittee,
            LocalProgram = n.LocalProgram, SubstantiveChanges = n.SubstantiveChanges, Urgency = n.Urgency, TaxLevy = n.TaxLevy
        FROM temp.NewVersions n
        WHERE n.Id = Versions.Id AND Versions.Built <= $built AND n.Updated IS Versions.Updated AND n.Subject IS Versions.Subject AND n.Action IS Versions.Action
            AND n.Date IS Versions.Date AND n.Number IS Versions.Number AND n.Bill IS Versions.Bill;
        DELETE FROM Versions WHERE Built < $built AND Id IN (SELECT Id FROM temp.NewVersions);
        INSERT INTO Versions
        SELECT Id, Bill, $session, Number, Date, Action, Subject, VoteRequired, Appropriation, FiscalCommittee, LocalProgram, SubstantiveChanges, Urgency, TaxLevy,
            Lob, $file, Updated, $built, (SELECT Value FROM LastArrival) + row_number() OVER (ORDER BY Updated, Id)
        FROM temp.NewVersions WHERE IsActive AND Id NOT IN (SELECT Id FROM Versions);
        UPDATE LastArrival SET Value = max(Value, (SELECT coalesce(max(Arrival), 0) FROM Versions));

        INSERT INTO Files VALUES ($session, $file, $built) ON CONFLICT (Session, Name) DO UPDATE SET Built = max(Built, excluded.Built);
        """;

    /// <summary>Staged prints that are new or corrected, dated <c>$from</c> or later.</summary>
    public const string WantedTexts = """
        SELECT n.Bill, n.Id, n.Date, n.Action, n.Subject, n.Number, n.VoteRequired, n.Appropriation, n.FiscalCommittee, n.LocalProgram, n.SubstantiveChanges,
            n.Urgency, n.TaxLevy, n.Lob, n.Updated
        FROM temp.NewVersions n LEFT JOIN Versions v ON v.Id = n.Id
        WHERE n.IsActive AND n.Lob IS NOT NULL AND n.Date >= $from AND (v.Id IS NULL OR (v.Built < $built AND v.Updated IS NOT n.Updated))
        ORDER BY n.Id
        """;

    /// <summary>Removes what the session file no longer says and no newer file said.</summary>
    public const string RemoveUnsaid = """
        DELETE FROM Measures WHERE Session = $session AND Built < $built;
        DELETE FROM Actions WHERE Session = $session AND Built < $built;
        DELETE FROM Authors WHERE Session = $session AND Built < $built;
        DELETE FROM Versions WHERE Session = $session AND Built < $built;
        """;
}
