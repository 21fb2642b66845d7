using Dreaming.Generators.Tests.Harness;

namespace Dreaming.Generators.Tests.Policies;

/// <summary>A small domain that constraints speak about, one declaration a file.</summary>
internal static class PolicySamples
{
    public const string Interface = """
        namespace Sample;
        public interface IForPatient { string PatientId { get; } }
        """;

    public const string Verify = """
        namespace Sample;
        [Tool("verify", "Verifies.")]
        public sealed partial record Verify([Description("Who.")] string PatientId) : ITool<bool>, IForPatient;
        """;

    public const string Refill = """
        namespace Sample;
        [Tool("refill", "Orders.", Effect = Effect.Write)]
        public sealed partial record Refill([Description("Who.")] string PatientId, [Description("What.")] string Drug) : ITool<bool>, IForPatient;
        """;

    public const string Search = """
        namespace Sample;
        [Tool("search", "Searches.")]
        public sealed partial record Search([Description("What.")] string Text, [Description("Since.")] int Days) : ITool<bool>;
        """;

    public const string Signal = """
        namespace Sample;
        [Signal("chest-pain", "The user reports chest pain.")]
        public sealed record ChestPain(string PatientId) : ISignal<ChestPain>, IForPatient
        {
            static ChestPain? ISignal<ChestPain>.Detect(Trajectory soFar) =>
                soFar.LastAgentText.Length == 0 && soFar.UserTexts.Last().Contains("chest") ? new("p") : null;
        }
        """;

    /// <summary>The domain with a policy class that carries some attributes.</summary>
    public static SourceFiles With(string attributes) => SourceFiles.Of(Interface, Verify, Refill, Search, Signal, Policy(attributes));

    public static string Policy(string attributes) => $$"""
        namespace Sample;
        [Policy]
        {{attributes}}
        public static partial class Refills
        {
            private static bool IsControlled(Refill call) => call.Drug == "morphine";
            private static bool IsFirstPatient(IForPatient e) => e.PatientId == "1";
            private static bool IsLong(Reply reply) => reply.Text.Length > 9;
            private static bool Twice(Refill a, Refill b) => a == b;
            private static int Length(Refill call) => call.Drug.Length;
            private static bool Overloaded(Refill call) => true;
            private static bool Overloaded(Verify call) => true;
        }
        """;
}
