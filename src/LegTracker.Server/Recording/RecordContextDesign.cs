using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LegTracker.Server.Recording;

/// <summary>Gives the model to <c>dotnet ef migrations add NAME --output-dir Recording/Migrations</c>; the program never uses it.</summary>
internal sealed class RecordContextDesign : IDesignTimeDbContextFactory<RecordContext>
{
    /// <inheritdoc/>
    public RecordContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<RecordContext>().UseSqlite("Data Source=:memory:").Options);
}
