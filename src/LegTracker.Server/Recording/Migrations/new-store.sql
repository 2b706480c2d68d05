CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "Bills" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Bills" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Tracked" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    "Freshness" TEXT NOT NULL,
    "FreshnessReason" TEXT NULL,
    "LastConfirmed" INTEGER NULL,
    "Listed" TEXT NULL
);

CREATE TABLE "Polls" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Polls" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "Bill" TEXT NULL,
    "Outcome" TEXT NOT NULL,
    "Start" INTEGER NOT NULL,
    "End" INTEGER NOT NULL,
    "HttpStatus" INTEGER NULL,
    "BodyBytes" INTEGER NOT NULL,
    "ChangeCount" INTEGER NOT NULL,
    "ErrorReason" TEXT NULL,
    "ErrorDetail" TEXT NULL
);

CREATE TABLE "Quarantined" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Quarantined" PRIMARY KEY AUTOINCREMENT,
    "Source" TEXT NOT NULL,
    "Poll" TEXT NOT NULL,
    "Bill" TEXT NULL,
    "Url" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "KeptTime" INTEGER NOT NULL,
    "BodyBytes" INTEGER NOT NULL,
    "Body" BLOB NOT NULL
);

CREATE TABLE "Sources" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_Sources" PRIMARY KEY,
    "Host" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "StateReason" TEXT NULL,
    "LastSuccess" INTEGER NULL,
    "LastAttempt" INTEGER NULL,
    "NextAttempt" INTEGER NULL,
    "RetryAfter" INTEGER NULL,
    "ConsecutiveFailures" INTEGER NOT NULL
);

CREATE TABLE "Store" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Store" PRIMARY KEY,
    "Epoch" TEXT NOT NULL,
    "Head" INTEGER NOT NULL,
    "Created" INTEGER NOT NULL
);

CREATE TABLE "Validators" (
    "Source" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Value" TEXT NOT NULL,
    CONSTRAINT "PK_Validators" PRIMARY KEY ("Source", "Key")
);

CREATE TABLE "ContentHashes" (
    "Source" TEXT NOT NULL,
    "BillId" INTEGER NOT NULL,
    "Sha256" TEXT NOT NULL,
    CONSTRAINT "PK_ContentHashes" PRIMARY KEY ("Source", "BillId"),
    CONSTRAINT "FK_ContentHashes_Bills_BillId" FOREIGN KEY ("BillId") REFERENCES "Bills" ("Id") ON DELETE CASCADE
);

CREATE TABLE "HumanFields" (
    "BillId" INTEGER NOT NULL CONSTRAINT "PK_HumanFields" PRIMARY KEY,
    "Position" TEXT NULL,
    "Priority" INTEGER NULL,
    "Labels" TEXT NOT NULL,
    CONSTRAINT "FK_HumanFields_Bills_BillId" FOREIGN KEY ("BillId") REFERENCES "Bills" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Readings" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Readings" PRIMARY KEY AUTOINCREMENT,
    "BillId" INTEGER NOT NULL,
    "Source" TEXT NOT NULL,
    "Url" TEXT NOT NULL,
    "FetchTime" INTEGER NOT NULL,
    "ContentSha256" TEXT NOT NULL,
    "Poll" TEXT NOT NULL,
    "Parser" TEXT NOT NULL,
    CONSTRAINT "FK_Readings_Bills_BillId" FOREIGN KEY ("BillId") REFERENCES "Bills" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Actions" (
    "BillId" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Date" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Occurrence" INTEGER NOT NULL,
    "Observed" INTEGER NOT NULL,
    "PostedLate" INTEGER NOT NULL,
    "IsUnknown" INTEGER NOT NULL,
    "ReadingId" INTEGER NOT NULL,
    CONSTRAINT "PK_Actions" PRIMARY KEY ("BillId", "Position"),
    CONSTRAINT "FK_Actions_Bills_BillId" FOREIGN KEY ("BillId") REFERENCES "Bills" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Actions_Readings_ReadingId" FOREIGN KEY ("ReadingId") REFERENCES "Readings" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Changes" (
    "Revision" INTEGER NOT NULL,
    "Index" INTEGER NOT NULL,
    "BillId" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Field" TEXT NULL,
    "OldValue" TEXT NULL,
    "NewValue" TEXT NULL,
    "EventDate" TEXT NULL,
    "Summary" TEXT NOT NULL,
    "RecordTime" INTEGER NOT NULL,
    "ReadingId" INTEGER NULL,
    "Actor" TEXT NOT NULL,
    "Supersedes" TEXT NULL,
    CONSTRAINT "PK_Changes" PRIMARY KEY ("Revision", "Index"),
    CONSTRAINT "FK_Changes_Bills_BillId" FOREIGN KEY ("BillId") REFERENCES "Bills" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Changes_Readings_ReadingId" FOREIGN KEY ("ReadingId") REFERENCES "Readings" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Records" (
    "BillId" INTEGER NOT NULL CONSTRAINT "PK_Records" PRIMARY KEY,
    "Topic" TEXT NOT NULL,
    "Title" TEXT NULL,
    "LeadAuthors" TEXT NOT NULL,
    "Coauthors" TEXT NOT NULL,
    "Versions" TEXT NOT NULL,
    "StatusText" TEXT NULL,
    "HouseLocation" TEXT NULL,
    "ReadingId" INTEGER NOT NULL,
    CONSTRAINT "FK_Records_Bills_BillId" FOREIGN KEY ("BillId") REFERENCES "Bills" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Records_Readings_ReadingId" FOREIGN KEY ("ReadingId") REFERENCES "Readings" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_Actions_IsUnknown" ON "Actions" ("IsUnknown") WHERE IsUnknown;

CREATE INDEX "IX_Actions_ReadingId" ON "Actions" ("ReadingId");

CREATE UNIQUE INDEX "IX_Bills_Name" ON "Bills" ("Name");

CREATE INDEX "IX_Changes_BillId" ON "Changes" ("BillId");

CREATE INDEX "IX_Changes_EventDate" ON "Changes" ("EventDate");

CREATE INDEX "IX_Changes_ReadingId" ON "Changes" ("ReadingId");

CREATE INDEX "IX_ContentHashes_BillId" ON "ContentHashes" ("BillId");

CREATE INDEX "IX_Polls_Name" ON "Polls" ("Name");

CREATE INDEX "IX_Polls_Source_Name" ON "Polls" ("Source", "Name");

CREATE INDEX "IX_Quarantined_Source" ON "Quarantined" ("Source");

CREATE INDEX "IX_Readings_BillId" ON "Readings" ("BillId");

CREATE INDEX "IX_Records_ReadingId" ON "Records" ("ReadingId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124123035_Initial', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "Candidates" (
    "Bill" TEXT NOT NULL CONSTRAINT "PK_Candidates" PRIMARY KEY,
    "State" TEXT NOT NULL,
    "Topic" TEXT NOT NULL,
    "Topics" TEXT NOT NULL,
    "Score" INTEGER NOT NULL,
    "Sentence" TEXT NOT NULL,
    "Version" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Found" INTEGER NOT NULL,
    "Because" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "DecidedBy" TEXT NULL,
    "Decided" INTEGER NULL
);

CREATE TABLE "Topics" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_Topics" PRIMARY KEY,
    "Title" TEXT NOT NULL,
    "Include" TEXT NOT NULL,
    "Exclude" TEXT NOT NULL,
    "CodeSections" TEXT NOT NULL,
    "Enabled" INTEGER NOT NULL,
    "Author" TEXT NOT NULL,
    "Written" INTEGER NOT NULL
);

CREATE INDEX "IX_Candidates_State_Score" ON "Candidates" ("State", "Score");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124194218_Discovery', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Records" ADD "Text" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124194506_BillTexts', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "Doubts" (
    "Source" TEXT NOT NULL,
    "BillId" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "FirstSeen" INTEGER NOT NULL,
    "Accepted" INTEGER NOT NULL,
    CONSTRAINT "PK_Doubts" PRIMARY KEY ("Source", "BillId"),
    CONSTRAINT "FK_Doubts_Bills_BillId" FOREIGN KEY ("BillId") REFERENCES "Bills" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Evidence" (
    "Sha256" TEXT NOT NULL CONSTRAINT "PK_Evidence" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "FirstSeen" INTEGER NOT NULL,
    "BodyBytes" INTEGER NOT NULL,
    "Body" BLOB NOT NULL
);

CREATE INDEX "IX_Readings_ContentSha256" ON "Readings" ("ContentSha256");

CREATE INDEX "IX_Doubts_BillId" ON "Doubts" ("BillId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124194909_DoubtsAndEvidence', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Bills" ADD "Hearings" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124195248_Hearings', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Sources" ADD "CircuitOpenUntil" INTEGER NULL;

ALTER TABLE "Sources" ADD "CircuitOpenings" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Sources" ADD "PausedReason" TEXT NULL;

CREATE TABLE "Dues" (
    "Source" TEXT NOT NULL,
    "BillId" INTEGER NOT NULL,
    "Next" INTEGER NOT NULL,
    "Reason" TEXT NOT NULL,
    "LeaseOwner" TEXT NULL,
    "LeaseUntil" INTEGER NULL,
    CONSTRAINT "PK_Dues" PRIMARY KEY ("Source", "BillId"),
    CONSTRAINT "FK_Dues_Bills_BillId" FOREIGN KEY ("BillId") REFERENCES "Bills" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Dues_BillId" ON "Dues" ("BillId");

CREATE INDEX "IX_Dues_Source_Next" ON "Dues" ("Source", "Next");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124195532_BillDues', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "HumanFields" ADD "Owner" TEXT NULL;

ALTER TABLE "HumanFields" ADD "PositionAuthor" TEXT NULL;

ALTER TABLE "HumanFields" ADD "PositionTime" INTEGER NULL;

ALTER TABLE "HumanFields" ADD "Sponsors" TEXT NOT NULL DEFAULT '[]';

ALTER TABLE "HumanFields" ADD "Texts" TEXT NOT NULL DEFAULT '{}';

CREATE TABLE "ApiKeys" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ApiKeys" PRIMARY KEY,
    "Title" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "SecretSha256" BLOB NOT NULL,
    "CreateTime" INTEGER NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "ExpireTime" INTEGER NULL,
    "RevokeTime" INTEGER NULL
);

CREATE TABLE "Meetings" (
    "Date" TEXT NOT NULL CONSTRAINT "PK_Meetings" PRIMARY KEY,
    "Title" TEXT NOT NULL,
    "Minutes" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "Segments" (
    "MeetingDate" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "PublishedTime" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    "Content" BLOB NOT NULL,
    CONSTRAINT "PK_Segments" PRIMARY KEY ("MeetingDate", "Number"),
    CONSTRAINT "FK_Segments_Meetings_MeetingDate" FOREIGN KEY ("MeetingDate") REFERENCES "Meetings" ("Date") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_ApiKeys_SecretSha256" ON "ApiKeys" ("SecretSha256");

CREATE INDEX "IX_Segments_PublishedTime" ON "Segments" ("PublishedTime");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128221609_MeetingsTextsKeys', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Meetings" ADD "Arrangement" TEXT NOT NULL DEFAULT '[]';

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129014340_MeetingArrangement', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Records" ADD "Analyses" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129081032_BillAnalyses', '10.0.14');

COMMIT;

