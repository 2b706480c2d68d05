using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The whole picture: a pure function from the model to a frame.</summary>
internal static class DashboardView
{
    public static Frame Render(DashboardModel model)
    {
        var frame = new FrameBuilder(model);
        if (ScreenLayout.IsTooSmall(model.Columns, model.Rows))
        {
            var needed = FormattableString.Invariant($"{ScreenLayout.SmallestWidth}x{ScreenLayout.SmallestHeight} needed, this is {model.Columns}x{model.Rows}");
            frame.Add(frame.Line().Add(needed, Role.Warning).Build());
            return frame.Build();
        }

        TitleBar.Draw(model, frame);
        BannerView.Draw(model, frame);
        switch (model.Screen)
        {
            case Screen.Bills:
                BillListView.Draw(model, frame);
                break;
            case Screen.Changes:
                ChangesView.Draw(model, frame);
                break;
            case Screen.Sources:
                SourcesView.Draw(model, frame);
                break;
            case Screen.Calendar:
                CalendarView.Draw(model, frame);
                break;
            case Screen.Candidates:
                CandidatesView.Draw(model, frame);
                break;
            case Screen.Meetings:
                MeetingsView.Draw(model, frame);
                break;
            case Screen.Segment:
                SegmentView.Draw(model, frame);
                break;
            default:
                BillDetailView.Draw(model, frame);
                break;
        }

        frame.PadTo(model.Rows - 1);
        StatusBar.Draw(model, frame);
        if (model.Prompt is { Multiline: true } prompt)
        {
            PromptView.DrawRows(prompt, frame, model.Rows);
        }

        if (model.Picker is { } picker)
        {
            PickerView.Draw(picker, frame, model.Rows);
        }

        return frame.Build();
    }
}
