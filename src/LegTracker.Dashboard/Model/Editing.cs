using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>What is being written: edits on their way in order, drafts, and what can be undone and redone (newest last).</summary>
internal sealed record Editing
{
    public static Editing None { get; } = new();

    public ImmutableArray<BillEdit> Queue { get; init; } = [];

    public ImmutableArray<Draft> Drafts { get; init; } = [];

    public ImmutableArray<EditStep> Undo { get; init; } = [];

    public ImmutableArray<EditStep> Redo { get; init; } = [];

    /// <summary>The real instant before which nothing is sent again; null when nothing failed.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Edits made so far, for their ids.</summary>
    public int Made { get; init; }

    public int Conflicts => Queue.Count(edit => edit.State == EditState.Conflict);

    public BillEdit? Find(string edit) => Queue.FirstOrDefault(one => one.Id == edit);

    public Draft? DraftOf(string bill, string field) => Drafts.FirstOrDefault(draft => draft.Bill == bill && draft.Field == field);

    /// <summary>The last edit of a field that has not arrived, or null.</summary>
    public BillEdit? LastOf(string bill, string field) => Queue.LastOrDefault(edit => edit.Bill == bill && edit.Field == field);

    public int WaitingOf(string bill) => Queue.Count(edit => edit.Bill == bill);

    /// <summary>The value of a field once everything that waits is written.</summary>
    public string ValueOf(BillItem bill, string field) => LastOf(bill.Name, field)?.After ?? EditField.ValueOf(bill, field);

    /// <summary>The etag that an edit on top of what waits is made from: that of the edit below it.</summary>
    public string EtagOf(BillItem bill, string field) => LastOf(bill.Name, field)?.Etag ?? bill.Etag;

    public Editing With(BillEdit edit) => this with { Queue = [.. Queue.Select(one => one.Id == edit.Id ? edit : one)] };

    public Editing Without(string edit) => this with { Queue = Queue.RemoveAll(one => one.Id == edit) };

    public Editing With(Draft draft) => this with { Drafts = [.. WithoutDraft(draft.Bill, draft.Field).Drafts, draft] };

    public Editing WithoutDraft(string bill, string field) => this with { Drafts = Drafts.RemoveAll(draft => draft.Bill == bill && draft.Field == field) };
}
