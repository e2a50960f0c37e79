namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>Constants, and static members that keep what their initializer gave them.</summary>
public class StaticTests
{
    [Theory]
    [InlineData("private static readonly int[] s_three = [1, 2, 3];", "s_three")]
    [InlineData("private static readonly int[] s_three = { 1, 2, 3 };", "s_three")]
    [InlineData("private static readonly int[] s_three = new int[Three]; private const int Three = 3;", "s_three")]
    [InlineData("private static int[] Items { get; } = new[] { 1, 2, 3 };", "Items")]
    [InlineData("private static readonly ImmutableArray<int> s_three = [1, 2, 3];", "s_three")]
    [InlineData("private static readonly ImmutableList<int> s_three = ImmutableList.Create(1, 2, 3);", "s_three")]
    [InlineData("private static readonly ValueList<int> s_three = [1, 2, 3];", "s_three")]
    [InlineData("private static readonly int[] s_three = Enumerable.Range(0, 3).ToArray();", "s_three")]
    [InlineData("private static readonly int s_size = 3;", "new int[s_size]")]
    [InlineData("private const int Size = 3;", "new int[Size]")]
    public Task Reports(string member, string items) => Verify.Latest(Source(member, $"{{|DCC1002:{items}|}}"));

    [Theory]
    [InlineData("private static readonly List<int> s_three = [1, 2, 3];", "s_three")]
    [InlineData("private static readonly IReadOnlyList<int> s_three = new List<int> { 1, 2, 3 };", "s_three")]
    [InlineData("private static readonly HashSet<int> s_three = [1, 2, 3];", "[.. s_three]")]
    [InlineData("private static readonly ImmutableHashSet<int> s_three = [1, 1, 1];", "[.. s_three]")]
    [InlineData("private static int[] s_three = [1, 2, 3];", "s_three")]
    [InlineData("private static int[] Items { get; set; } = [1, 2, 3];", "Items")]
    [InlineData("private static int[] Items => Environment.ProcessorCount > 1 ? [1] : [1, 2, 3];", "Items")]
    [InlineData("private static readonly int[] s_three = [1, 2, 3]; static C() => s_three = [];", "s_three")]
    [InlineData("private readonly int[] _three = [1, 2, 3]; public C() => _three = [];", "_three")]
    [InlineData("private static readonly int[] s_three = Environment.ProcessorCount > 1 ? [1] : [1, 2, 3];", "s_three")]
    [InlineData("private static readonly int[] s_three = new List<int> { 1, 2, 3 }.Where(x => x > 2).ToArray();", "s_three")]
    [InlineData("private static readonly int[] s_three = Make(); private static int[] Make() => [1, 2, 3];", "s_three")]
    [InlineData("private static readonly ulong s_size = 3;", "new int[s_size - 2]")]
    [InlineData("private static readonly double s_size = 5;", "new int[(int)(s_size / 4)]")]
    public Task Is_silent_about(string member, string items) => AnalyzerRun.IsSilent(Source(member, items));

    private static string Source(string member, string items) =>
        Verify.Method($"Api.Send(new Batch {{ Numbers = [1, 2], Others = {items} }});").Replace("class C\n{", $"class C\n{{\n    {member}\n", StringComparison.Ordinal);
}
