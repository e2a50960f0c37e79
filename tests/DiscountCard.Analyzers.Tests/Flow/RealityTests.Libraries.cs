namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>What metadata does not show: the bodies of a referenced assembly.</summary>
public partial class RealityTests
{
    [Theory]
    [Trait("Compiler", "Any")]
    [InlineData("public void M() { new D().Go(); }", "public class D : LibBase { public void Go() { N = 6; Send([.. new int[N]]); } }", "public class LibBase { public int N { get => Math.Min(field, 2); set; } }")]
    [InlineData("public void M() { new D().Go(); }", "public class D : LibBase { public void Go() { All = [1, 2, 3, 4, 5, 6]; Send(All); } }", "public class LibBase { public List<int> All { get { field.RemoveRange(0, field.Count - 2); return field; } set; } = []; }")]
    [InlineData("public void M() { var b = new LibBase { Hook = Cut }; _count = 6; _ = b.N; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "", "public class LibBase { public Action? Hook; public int N { get { Hook?.Invoke(); return field; } set; } }")]
    [InlineData("public void M() { var b = new LibBase { Hook = Cut }; _count = 6; _ = b.N; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "", "public class LibBase { public Action? Hook; public int N { get { Hook?.Invoke(); return 1; } init; } }")]
    [InlineData("public void M() { H.Hook = Cut; _count = 6; _ = Microsoft.Lib.LibS.N; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "", "public static class H { public static Action? Hook; } namespace Microsoft.Lib { public static class LibS { public static int N { get { H.Hook?.Invoke(); return 1; } } } }")]
    [InlineData("public void M() { T.Take(new LibR { All = [1, 2, 3, 4, 5, 6] }); }", "public static class T { public static void Take(LibR r) => Send([.. r.All!]); }", "public record LibR { [ItemCount(Max = 3)] public List<int>? All { get; init => field = value?.Take(2).ToList(); } }")]
    [InlineData("public void M() { H.Hook = Cut; var x = new LibR { All = [1, 2] }; _count = 6; _ = x.All; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "", "public static class H { public static Action? Hook; } public sealed record LibR { [ItemCount(Max = 3)] public List<int>? All { get { H.Hook?.Invoke(); return field; } init; } }")]
    [InlineData("public void M() { var r = new LibR { All = [1, 2, 3, 4, 5, 6] }; r = r with { }; T.Take(r); }", "public static class T { public static void Take(LibR r) => Send([.. r.All!]); }", "public record LibR { public LibR() { } protected LibR(LibR o) { All = [1, 2]; } [ItemCount(Max = 3)] public List<int>? All { get; init; } }")]
    [InlineData("public void M() { new D().Go(); }", "public class D : LibU { public void Go() { _a = 6; _b = 2; Send([.. new int[_a]]); } }", "[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] public class LibU { [System.Runtime.InteropServices.FieldOffset(0)] protected int _a; [System.Runtime.InteropServices.FieldOffset(0)] protected int _b; }")]
    public Task A_member_of_another_assembly_may_do_more_than_to_store(string members, string types, string library) => AgreesWith(members, types, library);
}
