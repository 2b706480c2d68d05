using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.Edited;

namespace LegTracker.Dashboard.Writing.Claims;

/// <summary>A file of claims, property by property, as docs/claims.schema.json tells them.</summary>
internal sealed record WrittenClaims(
    string Schema,
    string File,
    string Format,
    string Segment,
    string Title,
    string Since,
    string Until,
    DateTimeOffset AsOf,
    DateTimeOffset DraftedAt,
    bool IsBehind,
    long Revision,
    ImmutableArray<string> Missing,
    string? Sha256,
    ImmutableArray<DeckSlide>? Slides,
    ImmutableArray<WrittenClaim> Claims);

/// <summary>One statement in it.</summary>
internal sealed record WrittenClaim(
    string Id,
    string Section,
    string Bill,
    string BillId,
    string Text,
    string? PrintedText,
    string Kind,
    bool IsMissing,
    string Warning,
    StatementSource Source,
    DateTimeOffset? ReadTime,
    DateTimeOffset AsOf,
    ImmutableArray<string> Printed);

/// <summary>Writes them by code made at build time: looking the types over at run time takes longer than all the writing.</summary>
[JsonSerializable(typeof(WrittenClaims))]
internal sealed partial class ClaimsJson : JsonSerializerContext;
