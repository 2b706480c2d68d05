using LegTracker.Server.Recording;
using LegTracker.Server.Recording.Compiled;
using LegTracker.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LegTracker.Server.Tests.Recording;

/// <summary>The generated model that a start uses is the one that the context describes.</summary>
public sealed class CompiledModelTests
{
    [Fact]
    public void Has_the_same_tables_columns_keys_and_indexes_as_the_context()
    {
        var options = new DbContextOptionsBuilder<RecordContext>().UseSqlite("Data Source=:memory:").Options;
        using var context = new RecordContext(options);

        Assert.Equal(Describe(context.GetService<IDesignTimeModel>().Model), Describe(RecordContextModel.Instance));
    }

    [Fact]
    public void A_new_store_is_made_of_what_the_migrations_do()
    {
        var path = Path.Combine(SharedData.RepositoryRoot, "src", "LegTracker.Server", "Recording", "Migrations", "new-store.sql");
        using var context = new RecordContextDesign().CreateDbContext([]);
        var script = context.GetService<IMigrator>().GenerateScript().ReplaceLineEndings("\n");

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, script);
        }

        Assert.Equal(script, File.ReadAllText(path));
    }

    private static List<string> Describe(IReadOnlyModel model) =>
    [
        .. model.GetEntityTypes().SelectMany(entity => entity.GetProperties()
            .Select(property => $"{entity.Name}.{property.Name} {property.ClrType} null:{property.IsNullable}")
            .Concat(entity.GetKeys().Select(key => $"{entity.Name} key {string.Join(',', key.Properties.Select(p => p.Name))}"))
            .Concat(entity.GetIndexes().Select(index => $"{entity.Name} index {string.Join(',', index.Properties.Select(p => p.Name))} {index.IsUnique}"))).Order(),
    ];
}
