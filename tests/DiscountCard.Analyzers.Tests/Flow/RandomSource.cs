using System.Globalization;
using System.Text;

namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>The class around random programs: it answers at random what they ask for, and runs them.</summary>
internal static class RandomSource
{
    // Numbers holds two to three items, Others at most two: see ContractTypes.
    public static string Write(string[] programs)
    {
        var source = new StringBuilder("""
            #nullable enable
            using System;
            using System.Collections.Generic;
            using System.Collections.Immutable;
            using System.Linq;
            using DiscountCard;
            using DiscountCard.Runtime;

            public static class C
            {
                private static Random s_random = new(0);
                private static List<int> s_list = [];
                private static List<int> Property { get => B() ? s_list : []; set => s_list = B() ? value : [.. value]; }
                private static bool B() => s_random.Next(2) == 0;
                private static int N() => s_random.Next(4);
                private static int[] A() => new int[s_random.Next(5)];
                private static List<int>? M() => B() ? null : [.. A()];
                private static void Touch(List<int> list) { if (B()) list.Clear(); else list.Add(1); }
                private static int[] Grown(List<int> list) { Touch(list); return A(); }
                private static List<int> Both(int number, List<int> list) => [.. list, number];
                [System.Diagnostics.Conditional("NEVER")] private static void LeftOut(List<int> list) { }
                private static void TouchField() => s_list = B() ? [] : [1, 2, 3];
                private static int Filling { get { TouchField(); return 1; } }
                private sealed class Filler
                {
                    public int Length { get { TouchField(); return 0; } }
                    public int this[int index] { get { TouchField(); return index; } }
                    public static int operator +(Filler filler, int number) { TouchField(); return number; }
                    public void Deconstruct(out int first, out int second) { TouchField(); first = second = 0; }
                    public override string ToString() { TouchField(); return ""; }
                }
                private static bool Cut(List<int> list) { if (B() && list.Count > 1) list.RemoveAt(0); return B(); }
                private static List<int> Throwing(List<int> list) { list.Clear(); if (B()) throw new InvalidOperationException(); return [1]; }
                private static List<int> Pack(params List<int> list) => list;
                private static event Action Happened = () => { };
                private static void Raise() { var happened = Happened; Happened = () => { }; happened(); }
                private static void Log(Handler handler) { }
                private sealed record Cutter(List<int> List) : IDisposable
                {
                    public Cutter(Cutter other) => Cut(List = other.List);
                    public void Dispose() => Cut(List);
                    public override string ToString() { Cut(List); return ""; }
                }
                private sealed class Duck(List<int> list)
                {
                    private int _left = 2;
                    public Duck GetEnumerator() { Cut(list); return this; }
                    public bool MoveNext() { Cut(list); return _left-- > 0; }
                    public int Current { get { Cut(list); return 1; } }
                }
                private struct Holder
                {
                    public List<int> List;
                    public int Number;
                    public void Replace() => List = B() ? [] : List;
                }
                private sealed record Wrapped(List<int> List)
                {
                    public static implicit operator Wrapped(List<int> list) { Cut(list); return new(list); }
                    public static implicit operator List<int>(Wrapped wrapped) => B() ? [] : wrapped.List;
                    public static List<int> operator +(Wrapped wrapped, List<int> list) { Cut(list); return B() ? list : wrapped.List; }
                }
                [System.Runtime.CompilerServices.InterpolatedStringHandler]
                private readonly ref struct Handler
                {
                    public Handler(int literals, int holes, out bool isEnabled) => isEnabled = B();
                    public void AppendFormatted(bool truth) { }
                }
                private static void TouchRef(ref List<int> list) { if (B()) list = []; else list.Add(1); }
                private static bool TouchOut(out List<int> list) { list = B() ? [] : [1, 2, 3]; return B(); }

                public static int Run(int seed, Action make)
                {
                    s_random = new Random(seed);
                    s_list = [1];
                    Api.Last = null;
                    Start();
                    try { make(); } catch (Exception) { /* A program that throws is an outcome like any other. */ }
                    if (IsStopped || Api.Last is not { } sent)
                        return -1;
                    return (sent.Numbers is null || sent.Numbers.Count is 2 or 3) && (sent.Others is null || sent.Others.Count <= 2) ? 0 : 1;
                }

            """);
        return AppendPrograms(source, programs).ToString();
    }

    /// <summary>Ends the class that the programs are nested in: with them, and with what stops one that has no end.</summary>
    public static StringBuilder AppendPrograms(StringBuilder source, string[] programs)
    {
        source.AppendLine("""
                private static int s_rounds;
                private static long s_allocated;
                public static bool IsStopped { get; private set; }

                private static void Start() => (s_rounds, s_allocated, IsStopped) = (0, GC.GetAllocatedBytesForCurrentThread(), false);

                public static void Round()
                {
                    IsStopped |= ++s_rounds > 2_000 || GC.GetAllocatedBytesForCurrentThread() - s_allocated > 4_000_000;
                    if (IsStopped) throw new TimeoutException();
                }
            """);
        for (var i = 0; i < programs.Length; i++)
            source.AppendLine(CultureInfo.InvariantCulture, $"public static class P{i}").AppendLine("{").Append(programs[i]).AppendLine("}");
        return source.AppendLine("}");
    }
}
