namespace Dreaming.Generators.Parsing;

/// <summary>The metadata names of the language. The generator references none of its assemblies; a test proves that every name resolves.</summary>
internal static class KnownNames
{
    public const string Domain = "Dreaming.DomainAttribute";
    public const string Tool = "Dreaming.ToolAttribute";
    public const string Fails = "Dreaming.FailsAttribute";
    public const string Data = "Dreaming.DataAttribute";
    public const string Sandbox = "Dreaming.SandboxAttribute";
    public const string Policy = "Dreaming.PolicyAttribute";
    public const string Invariant = "Dreaming.InvariantAttribute";
    public const string Constraint = "Dreaming.ConstraintAttribute";
    public const string Signal = "Dreaming.SignalAttribute";
    public const string Scenario = "Dreaming.ScenarioAttribute";
    public const string SucceedsBy = "Dreaming.SucceedsByAttribute<TTool>";
    public const string Says = "Dreaming.SaysAttribute";
    public const string Budget = "Dreaming.BudgetAttribute";
    public const string Hidden = "Dreaming.HiddenAttribute";
    public const string Unknown = "Dreaming.UnknownAttribute";
    public const string Asked = "Dreaming.AskedAttribute";
    public const string Counterfactual = "Dreaming.CounterfactualAttribute";
    public const string Rubric = "Dreaming.RubricAttribute";
    public const string Criterion = "Dreaming.CriterionAttribute";
    public const string Judged = "Dreaming.JudgedAttribute";
    public const string Sensitive = "Dreaming.SensitiveAttribute";
    public const string Example = "Dreaming.ExampleAttribute";

    public const string ToolInterface = "Dreaming.ITool<TResult>";
    public const string SandboxInterface = "Dreaming.ISandbox<TSelf>";
    public const string ScenarioInterface = "Dreaming.IScenario<TSelf, TWorld>";
    public const string SignalInterface = "Dreaming.ISignal<TSelf>";
    public const string Reply = "Dreaming.Reply";
    public const string UserTurn = "Dreaming.UserTurn";
    public const string AnyCall = "Dreaming.AnyCall";
    public const string ToolOutcome = "Dreaming.ToolOutcome<TResult>";
    public const string Trajectory = "Dreaming.Trajectory";
    public const string Verdict = "Dreaming.Verdict";
    public const string ToolFault = "Dreaming.ToolFault";

    public const string Description = "System.ComponentModel.DescriptionAttribute";
    public const string Range = "System.ComponentModel.DataAnnotations.RangeAttribute";
    public const string Length = "System.ComponentModel.DataAnnotations.LengthAttribute";
    public const string StringLength = "System.ComponentModel.DataAnnotations.StringLengthAttribute";
    public const string MinLength = "System.ComponentModel.DataAnnotations.MinLengthAttribute";
    public const string MaxLength = "System.ComponentModel.DataAnnotations.MaxLengthAttribute";
    public const string RegularExpression = "System.ComponentModel.DataAnnotations.RegularExpressionAttribute";
    public const string AllowedValues = "System.ComponentModel.DataAnnotations.AllowedValuesAttribute";
    public const string DeniedValues = "System.ComponentModel.DataAnnotations.DeniedValuesAttribute";
    public const string EmailAddress = "System.ComponentModel.DataAnnotations.EmailAddressAttribute";
    public const string Url = "System.ComponentModel.DataAnnotations.UrlAttribute";
    public const string Base64String = "System.ComponentModel.DataAnnotations.Base64StringAttribute";
    public const string UniqueItems = "Dreaming.UniqueItemsAttribute";
    public const string JsonPolymorphic = "System.Text.Json.Serialization.JsonPolymorphicAttribute";
    public const string JsonDerivedType = "System.Text.Json.Serialization.JsonDerivedTypeAttribute";
    public const string JsonPropertyName = "System.Text.Json.Serialization.JsonPropertyNameAttribute";
    public const string JsonIgnore = "System.Text.Json.Serialization.JsonIgnoreAttribute";
    public const string JsonEnumName = "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute";
}
