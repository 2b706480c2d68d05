using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

internal abstract partial record Msg
{
    /// <summary>What a bill's detail shows beyond the list.</summary>
    internal sealed record DetailArrived(BillDetail Detail) : Msg;

    internal sealed record DetailFailed(DetailFault Fault) : Msg;

    /// <summary>What was kept of an earlier run of the program.</summary>
    internal sealed record EditsRestored(ImmutableArray<BillEdit> Queue, ImmutableArray<Draft> Drafts) : Msg;

    /// <summary>The server took an edit; the bill as it is now.</summary>
    internal sealed record EditTaken(string Edit, BillItem Bill) : Msg;

    /// <summary>The bill was edited since; the bill as it is now.</summary>
    internal sealed record EditMismatched(string Edit, BillItem Bill) : Msg;

    /// <summary>The server will not take an edit, and says why.</summary>
    internal sealed record EditRefused(string Edit, string Reason) : Msg;

    /// <summary>The server could not be asked, or did not answer.</summary>
    internal sealed record EditNotSent(string Edit, string Reason) : Msg;

    internal sealed record ShowTab(DetailTab Tab) : Msg;

    /// <summary>To the next (1) or previous (−1) tab.</summary>
    internal sealed record ToTab(int Direction) : Msg;

    /// <summary>Choose what to edit of the bill at hand.</summary>
    internal sealed record StartEdit : Msg;

    /// <summary>Edit a field; with <paramref name="Typed"/> even one that is chosen from values.</summary>
    internal sealed record EditBill(string Bill, string Field, bool Typed = false) : Msg;

    /// <summary>What is typed so far.</summary>
    internal sealed record Drafted(Draft Draft) : Msg;

    /// <summary>Write a field.</summary>
    internal sealed record Write(Draft Draft) : Msg;

    /// <summary>A prompt of a field was left: ask about a changed text.</summary>
    internal sealed record LeftDraft(string Bill, string Field) : Msg;

    internal sealed record DropDraft(string Bill, string Field) : Msg;

    internal sealed record KeepDraft(string Bill, string Field) : Msg;

    internal sealed record UndoEdit : Msg;

    internal sealed record RedoEdit : Msg;

    /// <summary>The edits that wait, conflicts and drafts, to choose from.</summary>
    internal sealed record ShowEdits : Msg;

    internal sealed record ShowEdit(string Edit) : Msg;

    /// <summary>Take back an edit that waits; its text becomes a draft.</summary>
    internal sealed record Withdraw(string Edit) : Msg;

    /// <summary>Send a refused edit once more.</summary>
    internal sealed record SendAgain(string Edit) : Msg;

    internal sealed record KeepTheirs(string Edit) : Msg;

    internal sealed record WriteOver(string Edit) : Msg;

    internal sealed record EditBoth(string Edit) : Msg;

    /// <summary>Quit whatever waits.</summary>
    internal sealed record LeaveNow : Msg;
}
