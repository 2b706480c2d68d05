using System.Collections.Immutable;
using System.Globalization;

namespace LegTracker.Legislature;

/// <summary>A catalog as a source sees it: which files it lacks, and where their rows go.</summary>
/// <remarks>Sources and Recording do not know each other; Tracking hands the one to the other through this.</remarks>
public interface ICatalogIntake
{
    /// <summary>Whether a two-year session is kept whole.</summary>
    /// <param name="startYear">The odd year it is named from.</param>
    bool Keeps(int startYear);

    /// <summary>Last-Modified of a session's file when it was last taken in; null when it never was.</summary>
    DateTimeOffset? AppliedOf(int startYear, string file);

    /// <summary>Begins to take in a file.</summary>
    ICatalogLoad Begin(CatalogFile file);
}

/// <summary>A bulk file that is being taken into the catalog: all of it or nothing.</summary>
/// <remarks>For one thread. Disposed without <see cref="Complete"/>, it leaves the catalog as it was.</remarks>
public interface ICatalogLoad : IDisposable
{
    /// <summary>Takes one row, in any order.</summary>
    void Add(CatalogRow row);

    /// <summary>Prints, among the rows taken so far, that are new or corrected and whose texts are wanted from this file; empty when nobody takes texts.</summary>
    ImmutableArray<CatalogRow.Version> WantedTexts();

    /// <summary>Takes the text of a wanted print. A text may come again when the file is not completed after it.</summary>
    Task AddTextAsync(CatalogText text, CancellationToken cancellationToken);

    /// <summary>Lays the file over the catalog in one transaction.</summary>
    /// <returns>Null, or in words why the catalog did not take it and stays as it was.</returns>
    string? Complete();
}

/// <summary>A bulk file for the catalog.</summary>
/// <param name="StartYear">The session whose rows are taken from it.</param>
/// <param name="Built">Its Last-Modified: what an older file says never replaces what a newer one said.</param>
/// <param name="IsWhole">True for the session file, whose silence about a row removes the row; false for an increment or a snapshot.</param>
public sealed record CatalogFile(int StartYear, string Name, DateTimeOffset Built, bool IsWhole)
{
    /// <summary>Name of the file that holds a whole two-year session: <c>pubinfo_2025.zip</c>.</summary>
    public static string OfSession(int startYear) => string.Create(CultureInfo.InvariantCulture, $"pubinfo_{startYear}.zip");
}

/// <summary>The text of a print as a bulk file holds it.</summary>
/// <param name="Lob">CAML, not looked at yet.</param>
/// <param name="Address">The zip it came from.</param>
public sealed record CatalogText(BillId Bill, BillVersion Print, ReadOnlyMemory<byte> Lob, Uri Address);
