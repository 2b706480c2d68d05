using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>The record's tables.</summary>
internal sealed class RecordContext(DbContextOptions<RecordContext> options) : DbContext(options)
{
    public DbSet<BillRow> Bills => Set<BillRow>();

    public DbSet<ActionRow> Actions => Set<ActionRow>();

    public DbSet<VersionRow> Versions => Set<VersionRow>();

    public DbSet<ChangeRow> Changes => Set<ChangeRow>();

    public DbSet<ProvenanceRow> Provenances => Set<ProvenanceRow>();

    public DbSet<ReadingRow> Readings => Set<ReadingRow>();

    public DbSet<SourceRow> Sources => Set<SourceRow>();

    public DbSet<PollRow> Polls => Set<PollRow>();

    public DbSet<ValidatorRow> Validators => Set<ValidatorRow>();

    public DbSet<QuarantineRow> Quarantine => Set<QuarantineRow>();

    public DbSet<StoreValueRow> StoreValues => Set<StoreValueRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BillRow>().ToTable("bill").HasKey(row => row.Id);
        modelBuilder.Entity<ActionRow>().ToTable("action").HasKey(row => new { row.BillId, row.Sequence });
        modelBuilder.Entity<VersionRow>().ToTable("version").HasKey(row => new { row.BillId, row.Sequence });
        modelBuilder.Entity<ChangeRow>(change =>
        {
            change.ToTable("change").HasKey(row => new { row.Revision, row.Index });
            change.HasIndex(row => row.BillId);
            change.HasIndex(row => row.EventDate);
        });
        modelBuilder.Entity<ProvenanceRow>(provenance =>
        {
            provenance.ToTable("provenance").HasKey(row => row.Id);
            provenance.HasIndex(row => row.Poll);
        });
        modelBuilder.Entity<ReadingRow>().ToTable("reading").HasKey(row => new { row.Source, row.BillId });
        modelBuilder.Entity<SourceRow>().ToTable("source").HasKey(row => row.Name);
        modelBuilder.Entity<PollRow>(poll =>
        {
            poll.ToTable("poll").HasKey(row => row.Id);
            poll.HasIndex(row => row.Name);
        });
        modelBuilder.Entity<ValidatorRow>().ToTable("validator").HasKey(row => new { row.Source, row.Key });
        modelBuilder.Entity<QuarantineRow>().ToTable("quarantine").HasKey(row => row.Id);
        modelBuilder.Entity<StoreValueRow>().ToTable("store_value").HasKey(row => row.Key);
    }
}
