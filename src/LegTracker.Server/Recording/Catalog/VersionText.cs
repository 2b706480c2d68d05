using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Recording.Catalog;

/// <summary>The words of one printed version of a bill, as the catalog keeps them to be searched; struck words are not among them.</summary>
/// <param name="VersionId">The Legislature's version id: <c>20250AB83199INT</c>.</param>
/// <param name="Day">The version's date.</param>
/// <param name="Action">Introduced, Amended Assembly, Amended Senate, Enrolled or Chaptered.</param>
/// <param name="Title">"An act to amend …".</param>
/// <param name="Digest">Paragraphs of the Legislative Counsel's digest; empty when the version has none.</param>
/// <param name="CodeSections">Sections it touches, as <c>Penal Code 236.1</c>.</param>
/// <param name="Provenance">Where it was read.</param>
internal sealed record VersionText(
    BillId Bill,
    string VersionId,
    DateOnly Day,
    string Action,
    string Title,
    ImmutableArray<string> Digest,
    ImmutableArray<string> CodeSections,
    Provenance Provenance)
{
    /// <summary>The subject line: "Crimes: prostitution."; empty when the source does not give it.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Paragraphs of the enacted text; empty when only title and digest are searched.</summary>
    public ImmutableArray<string> Body { get; init; } = [];
}

/// <summary>A version in the catalog without its digest and body.</summary>
/// <param name="Arrival">Grows with every text that is added or replaced; never used twice.</param>
/// <param name="HasDigest">Whether the version came with a digest.</param>
internal sealed record SearchedVersion(
    long Arrival,
    BillId Bill,
    string VersionId,
    DateOnly Day,
    string Action,
    string Subject,
    string Title,
    bool HasDigest,
    ImmutableArray<string> CodeSections,
    Provenance Provenance)
{
    /// <summary>What it is about, in its own words: the subject line, or the title where there is none.</summary>
    public string About => Subject.Length > 0 ? Subject : Title;
}
