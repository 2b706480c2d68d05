namespace LegTracker.Dashboard.Writing.Templates;

/// <summary>Slides are not written from a template that fails its check.</summary>
internal sealed class UnusableTemplateException(TemplateCheck check) : Exception(string.Join(' ', check.Faults))
{
    public TemplateCheck Check { get; } = check;
}
