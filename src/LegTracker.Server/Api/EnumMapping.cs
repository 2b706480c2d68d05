using LegTracker.Legislature;
using LegTracker.Server.Discovery;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Api;

/// <summary>The Legislature's and the record's enums as the API's, by name: both sides use the same words.</summary>
/// <remarks>A test goes through every value, so that none can be added on one side only.</remarks>
internal static class EnumMapping
{
    private static readonly Dictionary<Stage, V1.Stage> Stages = ByName<Stage, V1.Stage>();
    private static readonly Dictionary<ActionKind, V1.ActionKind> ActionKinds = ByName<ActionKind, V1.ActionKind>();
    private static readonly Dictionary<ChangeKind, V1.ChangeKind> ChangeKinds = ByName<ChangeKind, V1.ChangeKind>();
    private static readonly Dictionary<Freshness, V1.Freshness> Freshnesses = ByName<Freshness, V1.Freshness>();
    private static readonly Dictionary<ProgressStep, V1.ProgressStep> Steps = ByName<ProgressStep, V1.ProgressStep>();
    private static readonly Dictionary<ProgressState, V1.ProgressState> States = ByName<ProgressState, V1.ProgressState>();
    private static readonly Dictionary<SourceState, V1.SourceState> SourceStates = ByName<SourceState, V1.SourceState>();
    private static readonly Dictionary<PollOutcome, V1.PollOutcome> Outcomes = ByName<PollOutcome, V1.PollOutcome>();
    private static readonly Dictionary<HearingStatus, V1.HearingStatus> HearingStatuses = ByName<HearingStatus, V1.HearingStatus>();
    private static readonly Dictionary<HearingSourceKind, V1.HearingSourceKind> HearingSourceKinds = ByName<HearingSourceKind, V1.HearingSourceKind>();

    private static readonly Dictionary<DeadlineOutlook, V1.DeadlineOutlook> Outlooks = ByName<DeadlineOutlook, V1.DeadlineOutlook>();

    private static readonly Dictionary<CandidateState, V1.CandidateState> CandidateStates = ByName<CandidateState, V1.CandidateState>();
    private static readonly Dictionary<RelationKind, V1.RelationKind> RelationKinds = ByName<RelationKind, V1.RelationKind>();

    private static readonly Dictionary<Segments.ClaimTopic, V1.ClaimTopic> Topics = ByName<Segments.ClaimTopic, V1.ClaimTopic>();

    public static V1.ClaimTopic Of(Segments.ClaimTopic topic) => Topics[topic];

    public static V1.Stage Of(Stage stage) => Stages[stage];

    public static V1.ActionKind Of(ActionKind kind) => ActionKinds[kind];

    public static V1.ChangeKind Of(ChangeKind kind) => ChangeKinds[kind];

    public static V1.Freshness Of(Freshness freshness) => Freshnesses[freshness];

    public static V1.ProgressStep Of(ProgressStep step) => Steps[step];

    public static V1.ProgressState Of(ProgressState state) => States[state];

    public static V1.SourceState Of(SourceState state) => SourceStates[state];

    public static V1.PollOutcome Of(PollOutcome outcome) => Outcomes[outcome];

    public static V1.DeadlineOutlook Of(DeadlineOutlook outlook) => Outlooks[outlook];

    public static V1.HearingStatus Of(HearingStatus status) => HearingStatuses[status];

    public static V1.HearingSourceKind Of(HearingSourceKind kind) => HearingSourceKinds[kind];

    public static V1.CandidateState Of(CandidateState state) => CandidateStates[state];

    public static V1.RelationKind Of(RelationKind kind) => RelationKinds[kind];

    public static V1.House Of(House? house) => house switch
    {
        House.Assembly => V1.House.Assembly,
        House.Senate => V1.House.Senate,
        _ => V1.House.Unspecified,
    };

    public static V1.Given Of(bool? given) => given switch { true => V1.Given.Yes, false => V1.Given.No, _ => V1.Given.Unspecified };

    private static Dictionary<TFrom, TTo> ByName<TFrom, TTo>()
        where TFrom : struct, Enum
        where TTo : struct, Enum => Enum.GetValues<TFrom>().ToDictionary(value => value, value => Enum.Parse<TTo>(value.ToString()));
}
