namespace Dreaming.Generators.Rules;

/// <summary>The ids of all rules. An id is never used again for something else.</summary>
internal static class RuleIds
{
    public const string CriterionPoints = "DRM1001";
    public const string CriterionCannotBeAsked = "DRM1002";
    public const string DuplicateCriterion = "DRM1003";
    public const string NoPositivePoints = "DRM1004";
    public const string CompoundCriterion = "DRM1005";
    public const string CriterionText = "DRM1006";
    public const string EmptyRubric = "DRM1007";
    public const string HeadingOutOfReach = "DRM1008";
    public const string CircularRubric = "DRM1009";
    public const string CriterionPlaceholder = "DRM1010";
    public const string HiddenVeto = "DRM1011";
    public const string JudgedTwice = "DRM1012";

    public const string NoScenario = "DRM2001";
    public const string UnknownSlot = "DRM2002";
    public const string DuplicateScenario = "DRM2003";
    public const string CounterfactualShape = "DRM2004";
    public const string NoOpening = "DRM2005";
    public const string HiddenAndUnknown = "DRM2006";
    public const string UnknownInOpening = "DRM2007";
    public const string SensitiveInOpening = "DRM2008";
    public const string EmptyBudget = "DRM2009";
    public const string DuplicateCounterfactual = "DRM2010";
    public const string NeverAchieved = "DRM2011";
    public const string EmptyOpening = "DRM2012";
    public const string IdleFamily = "DRM2013";
    public const string Unobserved = "DRM2014";

    public const string NoTool = "DRM3001";
    public const string UnsupportedType = "DRM3002";
    public const string DuplicateTool = "DRM3003";
    public const string NoHandler = "DRM3004";
    public const string ContradictoryBounds = "DRM3005";
    public const string BadPattern = "DRM3006";
    public const string HandlerResult = "DRM3007";
    public const string DuplicateMember = "DRM3008";
    public const string ToolName = "DRM3009";
    public const string BadExample = "DRM3010";
    public const string ConstraintDoesNotApply = "DRM3011";
    public const string OpenUnion = "DRM3012";
    public const string EmptyPattern = "DRM3013";
    public const string ConstraintsDisagree = "DRM3014";
    public const string UnguardedWrite = "DRM3015";
    public const string DuplicateFault = "DRM3016";
    public const string NoToolDescription = "DRM3017";
    public const string NoParameterDescription = "DRM3018";
    public const string PredicateShape = "DRM3019";
    public const string DefaultBreaksContract = "DRM3020";
    public const string DuplicateEnumName = "DRM3021";
    public const string IdleFault = "DRM3022";

    public const string NotPartial = "DRM4001";
    public const string InvariantCannotBeAsked = "DRM4002";
    public const string DuplicateInvariant = "DRM4003";
    public const string NotOneSandbox = "DRM4004";
    public const string NoSandbox = "DRM4005";
    public const string ReservedName = "DRM4006";
    public const string OneRole = "DRM4007";
    public const string NoBecause = "DRM4008";
    public const string IdForm = "DRM4009";
    public const string EmptyPolicy = "DRM4010";
    public const string AlwaysHolds = "DRM4011";
    public const string SlotOutsideScenario = "DRM4012";
    public const string NothingToDream = "DRM4013";
    public const string SensitiveInText = "DRM4014";
    public const string SensitiveElsewhere = "DRM4015";
    public const string Contradiction = "DRM4020";
    public const string DeadTool = "DRM4021";
    public const string VacuousConstraint = "DRM4022";
    public const string ImpliedConstraint = "DRM4023";
    public const string SuccessForbidden = "DRM4024";
    public const string SuccessOutOfBudget = "DRM4025";
    public const string ObligationOutOfBudget = "DRM4026";
    public const string SameMisfit = "DRM4027";
    public const string WhenMisfit = "DRM4028";
    public const string ConstraintLimit = "DRM4029";
    public const string ConstraintCount = "DRM4030";
    public const string FormulaSyntax = "DRM4031";
    public const string AutomatonTooLarge = "DRM4032";
    public const string NoEvent = "DRM4033";
    public const string UnimplementedInterface = "DRM4034";
    public const string DuplicateConstraint = "DRM4035";
    public const string SignalShape = "DRM4036";
    public const string NotProven = "DRM4037";
    public const string ConstraintOutsidePolicy = "DRM4038";
    public const string DuplicateSignal = "DRM4039";
    public const string SucceedsByNoTool = "DRM4040";
    public const string FormulaName = "DRM4041";

    public const string Internal = "DRM9001";
}
