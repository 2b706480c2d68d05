using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LegTracker.Server.Recording;

/// <summary>Makes contexts on one SQLite file; <c>dotnet ef migrations add</c> uses it without a file.</summary>
internal sealed class RecordContextFactory : IDesignTimeDbContextFactory<RecordContext>
{
    private readonly DbContextOptions<RecordContext> options;

    /// <summary>For the design tool only.</summary>
    public RecordContextFactory()
        : this(":memory:")
    {
    }

    public RecordContextFactory(string file) =>
        options = new DbContextOptionsBuilder<RecordContext>().UseSqlite($"Data Source={file};Default Timeout=30").Options;

    public RecordContext Create() => new(options);

    public RecordContext CreateDbContext(string[] args) => Create();
}
