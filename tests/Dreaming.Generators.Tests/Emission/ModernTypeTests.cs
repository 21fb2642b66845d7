using Dreaming.Generators.Tests.Harness;

namespace Dreaming.Generators.Tests.Emission;

public class ModernTypeTests
{
    [Fact]
    public void Unions_recursion_sets_and_predicates_pass_the_edit_matrix_and_compile() => GeneratorHarness.Run(
        """
        namespace Sample;
        [Data, JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Leaf), "leaf"), JsonDerivedType(typeof(Pair), "pair")]
        public abstract partial record Tree(string @class);
        [Data] public sealed partial record Leaf(string @class, HashSet<int> Values, TimeSpan? Age) : Tree(@class);
        [Data] public sealed partial record Pair(string @class, Tree Left, Tree? Right) : Tree(@class);
        """,
        """
        namespace Sample;
        [Tool("plant", "Plants a tree.")]
        public sealed partial record Plant(Tree Tree, [UniqueItems] Uri[] Pages, [Range(0.0, 1.0, MinimumIsExclusive = true), DeniedValues(0.5)] float Depth) : ITool<Tree>
        {
            [Invariant("has-pages", Harm.Minor, Because = "A tree is \"seen\".")]
            public bool @is() => Pages.Length > 0;
        }
        """).Compiles();
}
