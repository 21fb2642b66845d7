namespace Dreaming.Generators;

/// <summary>The names of the pipeline's steps, in the order in which they run.</summary>
internal static class TrackingNames
{
    public const string Declarations = nameof(Declarations);
    public const string Data = nameof(Data);
    public const string Tools = nameof(Tools);
    public const string Sandboxes = nameof(Sandboxes);
    public const string Policies = nameof(Policies);
    public const string Events = nameof(Events);
    public const string Constraints = nameof(Constraints);
    public const string Scenarios = nameof(Scenarios);
    public const string Rubrics = nameof(Rubrics);
    public const string Manifest = nameof(Manifest);
}
