using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Discovery;

/// <summary>The topics as they stand: those of the list, each as a person changed it.</summary>
internal sealed class TopicList(ImmutableArray<Topic> listed, RecordStore store, LegislativeClock clock)
{
    /// <summary>All topics, in the list's order.</summary>
    public async Task<ImmutableArray<Topic>> ReadAsync(CancellationToken cancellationToken)
    {
        var edits = (await store.ListTopicEditsAsync(cancellationToken)).ToDictionary(edit => edit.Key);
        return [.. listed.Select(topic => edits.TryGetValue(topic.Key, out var edit) ? Read(edit) ?? topic : topic)];
    }

    /// <summary>Keeps a topic as a person wants it from now on.</summary>
    public Task SaveAsync(Topic topic, string author, CancellationToken cancellationToken) => store.SaveTopicAsync(
        new TopicEdit(
            topic.Key,
            topic.Title,
            [.. topic.Include.Select(term => term.Text)],
            [.. topic.Exclude.Select(term => term.Text)],
            [.. topic.CodeSections.Select(section => section.Text)],
            topic.Enabled,
            author,
            clock.Now),
        cancellationToken);

    /// <summary>Tells two states of the topics apart: what was searched with other topics has to be searched again.</summary>
    public static string Fingerprint(IEnumerable<Topic> topics)
    {
        var lines = topics.Where(topic => topic.Enabled).SelectMany(topic => (IEnumerable<string>)
            [topic.Key, "include", .. topic.Include.Select(term => term.Text), "exclude", .. topic.Exclude.Select(term => term.Text), "sections", .. topic.CodeSections.Select(section => section.Text)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..16];
    }

    // An edit that a newer version of the program does not read any more leaves the list's topic in force.
    private static Topic? Read(TopicEdit edit) => new TopicText(edit.Key, edit.Title, edit.Include, edit.Exclude, edit.CodeSections, edit.Enabled).Read().Topic;
}
