using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using LegTracker.Server.Discovery;

namespace LegTracker.Server.Api;

/// <summary>A topic with the fields of a request that its mask names.</summary>
internal static class TopicMask
{
    private static readonly ImmutableArray<string> Fields = ["title", "include", "exclude", "code_sections", "enabled"];

    /// <param name="mask">Null or empty for every field.</param>
    /// <exception cref="ApiError">FIELD_INVALID: the mask names something else.</exception>
    public static TopicText Apply(Topic before, V1.Topic wanted, FieldMask? mask)
    {
        var paths = UpdateMask.Read(mask, Fields) is { IsEmpty: false } named ? named : Fields;
        return new TopicText(
            before.Key,
            paths.Contains("title") ? wanted.Title : before.Title,
            paths.Contains("include") ? [.. wanted.Include] : [.. before.Include.Select(term => term.Text)],
            paths.Contains("exclude") ? [.. wanted.Exclude] : [.. before.Exclude.Select(term => term.Text)],
            paths.Contains("code_sections") ? [.. wanted.CodeSections] : [.. before.CodeSections.Select(section => section.Text)],
            paths.Contains("enabled") ? wanted.Enabled : before.Enabled);
    }
}
