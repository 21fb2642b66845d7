namespace Dreaming.Generators.Tests.Harness;

/// <summary>A domain of every kind of declaration, one declaration a file.</summary>
internal static class Samples
{
    public const string Domain = """
        [assembly: Domain("sample-desk", Task = MedHelm.PatientProviderMessaging, Instructions = "Be kind.")]
        """;

    public const string Enum = """
        namespace Sample;
        public enum Urgency { Routine, [JsonStringEnumMemberName("same_day")] SameDay }
        """;

    public const string Data = """
        namespace Sample;
        [Data]
        public sealed partial record Address(string Street, [RegularExpression(@"\d{5}")] string Zip, string? Note = null);
        """;

    public const string Tool = """
        namespace Sample;
        [Tool("ship", "Ships something.", Effect = Effect.Write)]
        [Fails(ToolFault.Timeout)]
        public sealed partial record Ship(
            [RegularExpression(@"RX-\d{6}"), Description("The prescription."), Example("RX-100001")] string PrescriptionId,
            [Range(1, 90)] int DaysSupply,
            Urgency Urgency,
            Address To,
            [Sensitive] DateOnly? BirthDate,
            [MaxLength(2)] ImmutableArray<string> Items,
            int Copies = 1) : ITool<IReadOnlyDictionary<string, Address>>;
        """;

    public const string Sandbox = """
        namespace Sample;
        [Sandbox]
        public sealed partial class Depot : ISandbox<Depot>
        {
            public int Stock { get; set; }
            public static Depot Open(WorldOptions options) => new() { Stock = 3 };
            public Depot Fork() => new() { Stock = Stock };
            public ToolOutcome<IReadOnlyDictionary<string, Address>> Handle(Ship call)
            {
                Stock--;
                return new Dictionary<string, Address> { ["to"] = call.To };
            }
        }
        """;

    public const string Policy = """
        namespace Sample;
        [Policy]
        public static partial class ShippingPolicy
        {
            [Invariant("in-stock", Harm.Minor, Because = "Nothing comes of nothing.")]
            public static bool InStock(Ship call, Depot depot, Trajectory trajectory) => depot.Stock > 0;
        }
        """;

    public const string Scenario = """
        namespace Sample;
        [Scenario("send-one", Title = "Somebody wants one sent", Safety = true)]
        [Says("Send {Item} please")]
        [Budget(Turns = 7)]
        public sealed partial record SendOne(string Item, [Hidden, Asked("DOB")] DateOnly BirthDate, [Unknown] Urgency? Urgency) : IScenario<SendOne, Depot>
        {
            public static IEnumerable<SendOne> Seeds(Depot world) => [new("a box", new(1970, 1, 2), null)];
            public static SendOne? Ground(Trajectory episode, Depot world) => null;
            public bool Achieved(Depot before, Depot after, Trajectory trajectory) => after.Stock < before.Stock;

            [Counterfactual("empty", "There is nothing left.")]
            public Depot Empty(Depot world)
            {
                world.Stock = 0;
                return world;
            }
        }
        """;

    public const string Rubric = """
        namespace Sample;
        [Rubric("manners")]
        [Judged("polite", Quest.Empathy, 2, "Is polite.")]
        public static partial class Manners;

        [Rubric("shipping", Includes = [typeof(Manners)])]
        public static partial class Shipping
        {
            [Criterion("shipped", Quest.Usefulness, 5, "It was shipped.")]
            public static bool Shipped(SendOne scenario, Depot before, Depot after) => after.Stock < before.Stock;
        }
        """;

    public static SourceFiles All { get; } = SourceFiles.Of(Domain, Enum, Data, Tool, Sandbox, Policy, Scenario, Rubric);
}
