using DiscountCard.Analyzers.Contracts;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>
/// Collects what is found at each place where a value leaves, on each path that comes there: a contract is broken at a
/// place only if every path breaks it.
/// </summary>
internal sealed class Judge(ContractCache contracts, Judge? caller = null, SyntaxNode? call = null, SyntaxNode? helper = null)
{
    private readonly SmallMap<(SyntaxNode Node, SyntaxNode? Call, bool IsEnd), Place> _places = new();
    private readonly List<Violation> _found = [];

    public ContractCache Contracts => contracts;

    /// <summary>Forgets everything: the run did not come to its end.</summary>
    public void Clear() => _places.Clear();

    /// <summary>
    /// The judge inside a helper that is run for a call. It judges the requests of the caller alone:
    /// what the helper makes is judged where the helper is analysed, or where its caller hands it on.
    /// </summary>
    public Judge Through(IOperation place, SyntaxNode declaration) => new(contracts, this, place.Syntax, declaration);

    /// <summary>A value is handed to other code.</summary>
    /// <param name="place">Where.</param>
    /// <param name="value">The value.</param>
    /// <param name="state">What is known there.</param>
    /// <param name="parameter">The parameter that it becomes the value of.</param>
    /// <param name="mayGrow">Whether what it lacks may be added before it is sent.</param>
    public void Leaving(IOperation place, Value value, State state, IParameterSymbol? parameter = null, bool mayGrow = false)
    {
        if (caller is not null)
        {
            caller.LeavingHelper(place.Syntax, call!, helper!, value, state, mayGrow);
            return;
        }
        var limits = parameter is null ? null : contracts.Of(parameter);
        if (limits is null && !MayBeRequest(place.Type))
            return;
        var arrival = Arrive(place.Syntax, isEnd: false);
        if (limits is not null)
            Checks.OfValue(parameter!.Name, limits, value, place.Syntax, state, _found);
        arrival.Take(_found);
        if (state.Find(value) is not RequestObject request)
            return;
        Examine(request, state, mayGrow, arrival);
        // On this path it is of use, also where it never comes to its variable's end.
        Arrive(request.Creation, isEnd: true);
    }

    /// <summary>A value is given to the caller in a parameter. What it lacks the caller may add.</summary>
    /// <param name="parameter">The parameter's declaration.</param>
    /// <param name="value">The value; null when nothing is known of it.</param>
    /// <param name="state">What is known at the method's end.</param>
    public void GivenBack(SyntaxNode parameter, Value? value, State state)
    {
        var arrival = Arrive(parameter, isEnd: false);
        if (state.Find(value) is RequestObject request)
            Examine(request, state, mayGrow: true, arrival);
    }

    /// <summary>A value becomes part of a collection or of another request. What can still be changed there is judged no earlier than it leaves.</summary>
    public void Joining(IOperation place, Value value, State state, bool mayGrow = false)
    {
        if (place.Type is not ({ IsReferenceType: true } or null))
            return;
        if (caller is not null)
        {
            if (state.Find(value) is RequestObject { Contract.IsOpen: false })
                caller.LeavingHelper(place.Syntax, call!, helper!, value, state, mayGrow);
            return;
        }
        var arrival = Arrive(place.Syntax, isEnd: false);
        if (state.Find(value) is RequestObject { Contract.IsOpen: false } request && value is RefValue reference)
        {
            Examine(request, state, mayGrow, arrival);
            state.Set(reference.Id, request with { IsUsed = true });
        }
    }

    /// <summary>A value serves as the start of another, or gives its variable up to another: on this path, it was never meant to be sent.</summary>
    public void Replaced(Value? value, State state)
    {
        if (state.Find(value) is RequestObject request)
            (caller ?? this).Arrive(request.Creation, isEnd: true);
    }

    /// <summary>The variable that holds a value comes to its end.</summary>
    public void Dropped(Value? value, State state)
    {
        if (caller is not null || state.Find(value) is not RequestObject request || value is not RefValue reference)
            return;
        var arrival = Arrive(request.Creation, isEnd: true);
        if (!request.IsUsed)
            Examine(request, state, mayGrow: false, arrival);
        state.Set(reference.Id, request with { IsUsed = true });
    }

    /// <summary>What every path breaks, and what only some paths do.</summary>
    public IEnumerable<Diagnostic> Findings()
    {
        HashSet<(string Id, Location Place, string Words)>? seen = null;
        foreach (var place in _places.Values)
        {
            foreach (var diagnostic in place.Findings())
            {
                if ((seen ??= []).Add((diagnostic.Id, diagnostic.Location, diagnostic.GetMessage(null))))
                    yield return diagnostic;
            }
        }
    }

    // What lies open can be changed in every way until it is sent.
    private void Examine(RequestObject request, State state, bool mayGrow, Place arrival)
    {
        if (mayGrow && request.Contract.CanChange)
            return;
        Checks.OfRequest(request, state, _found);
        if (mayGrow && _found.Count > 0)
            _found.RemoveAll(violation => violation.IsLack);
        arrival.Take(_found);
    }

    private void LeavingHelper(SyntaxNode place, SyntaxNode through, SyntaxNode declaration, Value value, State state, bool mayGrow)
    {
        var arrival = Arrive(place, isEnd: false, through);
        if (state.Find(value) is not RequestObject request || State.IsInside(request.Creation, declaration))
            return;
        Examine(request, state, mayGrow, arrival);
        state.Set(((RefValue)value).Id, request with { IsUsed = true });
    }

    private static bool MayBeRequest(ITypeSymbol? type) =>
        type is null or { TypeKind: TypeKind.TypeParameter } or { IsReferenceType: true, SpecialType: not SpecialType.System_String, TypeKind: not (TypeKind.Array or TypeKind.Delegate) };

    private Place Arrive(SyntaxNode node, bool isEnd, SyntaxNode? through = null)
    {
        if (!_places.TryGetValue((node, through, isEnd), out var place))
            _places.Add((node, through, isEnd), place = new Place());
        place.Arrivals++;
        return place;
    }

    /// <summary>One place, and what was found there.</summary>
    private sealed class Place
    {
        // At nearly every place, there is nothing.
        private Dictionary<string, (int Paths, Dictionary<SyntaxNode, Violation> Found)>? _violations;

        public int Arrivals { get; set; }

        /// <summary>Adds what one path breaks, and empties the list.</summary>
        public void Take(List<Violation> violations)
        {
            if (violations.Count == 0)
                return;
            _violations ??= [];
            // Two attributes may say the same: it is one path all the same.
            var counted = new HashSet<string>();
            foreach (var violation in violations)
            {
                var isFirst = counted.Add(violation.Key);
                var (paths, found) = _violations.TryGetValue(violation.Key, out var known) ? known : (0, []);
                found[violation.Where] = found.TryGetValue(violation.Where, out var before) ? violation with { Amount = before.Amount.Union(violation.Amount) } : violation;
                _violations[violation.Key] = (isFirst ? paths + 1 : paths, found);
            }
            violations.Clear();
        }

        public IEnumerable<Diagnostic> Findings() => _violations is null ? [] :
            from entry in _violations.Values
            from violation in entry.Found.Values
            select entry.Paths == Arrivals ? violation.Report(violation) : Reports.OnSomePath(violation);
    }
}
