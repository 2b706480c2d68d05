using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LegTracker.Server.Recording;

/// <summary>The store's tables.</summary>
internal sealed class RecordContext(DbContextOptions<RecordContext> options) : DbContext(options)
{
    public DbSet<StoreRow> Stores => Set<StoreRow>();

    public DbSet<BillRow> Bills => Set<BillRow>();

    public DbSet<ReadingRow> Readings => Set<ReadingRow>();

    public DbSet<ActionRow> Actions => Set<ActionRow>();

    public DbSet<ChangeRow> Changes => Set<ChangeRow>();

    public DbSet<PollRow> Polls => Set<PollRow>();

    public DbSet<SourceRow> Sources => Set<SourceRow>();

    public DbSet<ValidatorRow> Validators => Set<ValidatorRow>();

    public DbSet<ContentHashRow> ContentHashes => Set<ContentHashRow>();

    public DbSet<DueRow> Dues => Set<DueRow>();

    public DbSet<QuarantinedRow> Quarantined => Set<QuarantinedRow>();

    public DbSet<DoubtRow> Doubts => Set<DoubtRow>();

    public DbSet<EvidenceRow> Evidence => Set<EvidenceRow>();

    public DbSet<CandidateRow> Candidates => Set<CandidateRow>();

    public DbSet<TopicRow> Topics => Set<TopicRow>();

    public DbSet<MeetingRow> Meetings => Set<MeetingRow>();

    public DbSet<SegmentRow> Segments => Set<SegmentRow>();

    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    // Instants as UTC ticks and enums by name: both sort and stay right whatever the code's order is.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoreRow>(row =>
        {
            row.ToTable("Store");
            row.Property(store => store.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<BillRow>(row =>
        {
            row.HasIndex(bill => bill.Name).IsUnique();
            row.HasOne(bill => bill.Record).WithOne().HasForeignKey<BillRecordRow>(record => record.BillId);
            row.HasOne(bill => bill.Human).WithOne().HasForeignKey<HumanRow>(human => human.BillId);
        });
        modelBuilder.Entity<BillRecordRow>(row =>
        {
            row.ToTable("Records").HasKey(record => record.BillId);
            row.HasOne(record => record.Reading).WithMany().HasForeignKey(record => record.ReadingId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<HumanRow>().ToTable("HumanFields").HasKey(human => human.BillId);
        modelBuilder.Entity<ReadingRow>(row =>
        {
            row.HasIndex(reading => reading.ContentSha256);
            row.HasOne<BillRow>().WithMany().HasForeignKey(reading => reading.BillId);
        });
        modelBuilder.Entity<ActionRow>(row =>
        {
            row.HasKey(action => new { action.BillId, action.Position });
            row.HasIndex(action => action.IsUnknown).HasFilter("IsUnknown");
            row.HasOne<BillRow>().WithMany().HasForeignKey(action => action.BillId);
            row.HasOne<ReadingRow>().WithMany().HasForeignKey(action => action.ReadingId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<ChangeRow>(row =>
        {
            row.HasKey(change => new { change.Revision, change.Index });
            row.HasIndex(change => change.EventDate);
            row.HasOne(change => change.Bill).WithMany().HasForeignKey(change => change.BillId).OnDelete(DeleteBehavior.Restrict);
            row.HasOne(change => change.Reading).WithMany().HasForeignKey(change => change.ReadingId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<PollRow>(row =>
        {
            row.HasIndex(poll => poll.Name);
            row.HasIndex(poll => new { poll.Source, poll.Name });
        });
        modelBuilder.Entity<SourceRow>().HasKey(source => source.Name);
        modelBuilder.Entity<ValidatorRow>().HasKey(validator => new { validator.Source, validator.Key });
        modelBuilder.Entity<ContentHashRow>(row =>
        {
            row.HasKey(hash => new { hash.Source, hash.BillId });
            row.HasOne<BillRow>().WithMany().HasForeignKey(hash => hash.BillId);
        });
        modelBuilder.Entity<DueRow>(row =>
        {
            row.HasKey(due => new { due.Source, due.BillId });
            row.HasIndex(due => new { due.Source, due.Next });
            row.HasOne<BillRow>().WithMany().HasForeignKey(due => due.BillId);
        });
        modelBuilder.Entity<QuarantinedRow>().HasIndex(kept => kept.Source);
        modelBuilder.Entity<DoubtRow>(row =>
        {
            row.HasKey(doubt => new { doubt.Source, doubt.BillId });
            row.HasOne<BillRow>().WithMany().HasForeignKey(doubt => doubt.BillId);
        });
        modelBuilder.Entity<EvidenceRow>().HasKey(evidence => evidence.Sha256);
        modelBuilder.Entity<CandidateRow>(row =>
        {
            row.HasKey(candidate => candidate.Bill);
            row.HasIndex(candidate => new { candidate.State, candidate.Score });
        });
        modelBuilder.Entity<TopicRow>().HasKey(topic => topic.Key);
        modelBuilder.Entity<MeetingRow>().HasKey(meeting => meeting.Date);
        modelBuilder.Entity<SegmentRow>(row =>
        {
            row.HasKey(segment => new { segment.MeetingDate, segment.Number });
            row.HasIndex(segment => segment.PublishedTime);
            row.HasOne<MeetingRow>().WithMany().HasForeignKey(segment => segment.MeetingDate).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<ApiKeyRow>(row =>
        {
            row.HasKey(key => key.Id);
            row.HasIndex(key => key.SecretSha256).IsUnique();
        });
    }

    internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
