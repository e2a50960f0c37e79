using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>What holds for a method as a whole: where its variables are kept, and which of them other code can touch.</summary>
internal sealed class MethodFacts
{
    private readonly SmallMap<ISymbol, int> _slots = new(SymbolEqualityComparer.Default);
    private readonly SmallMap<(CaptureId Capture, CapturePart Part), int> _captures = new();
    private readonly SmallMap<(object Place, int Part), int> _sites = new();
    private SmallMap<CaptureId, IOperation>? _targets;
    private readonly List<int> _shared = [];
    private readonly List<int> _references = [];
    private readonly ISymbol? _nested;
    private readonly MethodFacts? _caller;
    private readonly BodyScan _scan;
    private StaticFields? _statics;
    private HashSet<ISymbol>? _opaque;
    private HashSet<ISymbol>? _exposed;
    private SmallMap<ISymbol, bool>? _ofObject;
    private IReadOnlyList<(IParameterSymbol, SyntaxNode)>? _outputs;
    private int _slotCount;
    private bool? _isHidden;
    private int _identities;

    /// <summary>Reads a method.</summary>
    /// <param name="scan">What a walk over its body showed.</param>
    /// <param name="nested">The lambda or local function: what it shares with the code around it can change behind its back.</param>
    public MethodFacts(BodyScan scan, ISymbol? nested = null)
    {
        _scan = scan;
        _nested = nested;
        IsBeyondReach = scan.IsBeyondReach;
        foreach (var (function, symbol) in IsBeyondReach ? [] : scan.Functions)
            ReadCaptured(function, symbol);
    }

    private MethodFacts(BodyScan scan, MethodFacts caller)
        : this(scan)
    {
        _caller = caller;
        ResultSlot = caller.NewSlot();
    }

    /// <summary>The facts of a helper, whose variables are kept in the states of its caller; null when it cannot be followed.</summary>
    public static MethodFacts? OfHelper(BodyScan scan, MethodFacts caller) => new MethodFacts(scan, caller) is { IsBeyondReach: false } facts ? facts : null;

    /// <summary>The parameters in which the method gives objects to its caller, with their declarations.</summary>
    public IReadOnlyList<(IParameterSymbol Parameter, SyntaxNode Declaration)> Outputs => _outputs ??= _scan.Outputs.Count == 0 ? [] :
        [.. from parameter in _scan.Outputs
            where parameter is { Type.IsValueType: false, DeclaringSyntaxReferences.Length: 1 } && (_nested is null
                ? parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction }
                : SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _nested))
            select (parameter, parameter.DeclaringSyntaxReferences[0].GetSyntax())];

    public StaticFields Statics => _caller?.Statics ?? (_statics ??= new(_scan.Root.SemanticModel, _scan.Root.Syntax));

    /// <summary>Whether what is returned stays among the code around it: of a lambda, a local function, a private method or a getter.</summary>
    public bool IsHidden => _isHidden ??= _nested is not null || _scan.Root.SemanticModel?.GetEnclosingSymbol(_scan.Root.Syntax.SpanStart)
        is not (IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: not Accessibility.Private } or IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation });

    /// <summary>Where a helper leaves the value that it returns.</summary>
    public int ResultSlot { get; }

    /// <summary>Whether the method has what cannot be followed: pointers, and variables that stand for others.</summary>
    public bool IsBeyondReach { get; }

    /// <summary>The slots of what any other code may change: fields, properties, and what references stand for.</summary>
    public IReadOnlyList<int> SharedSlots => _caller?.SharedSlots ?? _shared;

    /// <summary>The slots of references: to assign a field or an element may change what they stand for.</summary>
    public IReadOnlyList<int> References => _caller?.References ?? _references;

    /// <summary>Whether a variable is a reference whose target may have another name. What a helper is given by reference has none.</summary>
    public bool IsReference(ISymbol variable) => _caller is null && variable is IParameterSymbol { RefKind: not RefKind.None };

    /// <summary>Whether other code can name a variable: one of the object, or of the code around this function.</summary>
    public bool IsShared(ISymbol variable) => IsMember(variable) || (_nested is not null && !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, _nested));

    private bool IsMember(ISymbol variable) => variable is IFieldSymbol or IPropertySymbol || IsOfObject(variable);

    /// <summary>Whether a variable belongs to the object and not to the method: a parameter of a primary constructor is kept like a field.</summary>
    public bool IsOfObject(ISymbol variable)
    {
        if (variable is not IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences: [var declaration] } })
            return false;
        _ofObject ??= new(SymbolEqualityComparer.Default);
        if (!_ofObject.TryGetValue(variable, out var known))
            _ofObject.Add(variable, known = declaration.GetSyntax() is TypeDeclarationSyntax);
        return known;
    }

    /// <summary>Remembers the variable, field or property that a capture stands for as a target.</summary>
    public void SetTarget(CaptureId capture, IOperation target) => (_targets ??= new()).Set(capture, target);

    public IOperation? TargetOf(CaptureId capture) => _targets is not null && _targets.TryGetValue(capture, out var target) ? target : null;

    /// <summary>Whether a variable is assigned inside a lambda or local function: its value is never known.</summary>
    public bool IsOpaque(ISymbol variable) => _opaque?.Contains(variable) == true;

    /// <summary>Whether what a variable holds may be changed inside a lambda or local function.</summary>
    public bool IsExposed(ISymbol variable) => _exposed?.Contains(variable) == true;

    public int SlotOf(ISymbol variable)
    {
        // A field of a generic type has other names for those who use the type with arguments.
        if (variable is IFieldSymbol or IPropertySymbol)
            variable = variable.OriginalDefinition;
        if (_slots.TryGetValue(variable, out var slot))
            return slot;
        if (_caller is not null && IsMember(variable))
            return _caller.SlotOf(variable);
        _slots.Add(variable, slot = NewSlot());
        if (IsReference(variable) || IsShared(variable))
            _shared.Add(slot);
        if (IsReference(variable))
            _references.Add(slot);
        return slot;
    }

    public int SlotOf(CaptureId capture, CapturePart part = CapturePart.Value)
    {
        if (!_captures.TryGetValue((capture, part), out var slot))
            _captures.Add((capture, part), slot = NewSlot());
        return slot;
    }

    /// <summary>Tells one unknown value from another. What other code may change is another value each time that it must be read anew.</summary>
    public int IdentityOf(int slot) => SharedSlots.Contains(slot) ? NewIdentity() : slot + 1;

    private int NewIdentity() => _caller?.NewIdentity() ?? --_identities;

    private int NewSlot() => _caller?.NewSlot() ?? _slotCount++;

    /// <summary>The number of a place where objects are made.</summary>
    /// <param name="place">The operation or symbol.</param>
    /// <param name="part">Tells several objects of one place apart.</param>
    public int SiteOf(object place, int part = 0)
    {
        if (_caller is not null)
            return _caller.SiteOf(place, part);
        if (!_sites.TryGetValue((place, part), out var site))
            _sites.Add((place, part), site = _sites.Count);
        return site;
    }

    /// <summary>Whether a local function names a variable of the method around it.</summary>
    public static bool ReachesOut(IOperation function, IMethodSymbol symbol) => function.Descendants().Any(part => part switch
    {
        ILocalReferenceOperation { Local.ContainingSymbol: var owner } => !IsWithin(owner, symbol),
        IParameterReferenceOperation { Parameter.ContainingSymbol: var owner } => !IsWithin(owner, symbol),
        _ => false,
    });

    private static bool IsWithin(ISymbol? owner, ISymbol function)
    {
        while (owner is not null && !SymbolEqualityComparer.Default.Equals(owner, function))
            owner = owner.ContainingSymbol;
        return owner is not null;
    }

    private void ReadCaptured(IOperation function, IMethodSymbol symbol)
    {
        foreach (var operation in function.Descendants())
        {
            var variable = operation switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => (ISymbol)parameter.Parameter,
                _ => null,
            };
            if (variable is null || SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, symbol))
                continue;
            if (IsChanged(operation))
                (_opaque ??= new(SymbolEqualityComparer.Default)).Add(variable);
            else if (operation.Type is { SpecialType: not SpecialType.System_String } type && TypeFacts.RangeOf(type) is null && !(IsSize(operation.Parent) && !IsWritten(operation.Parent!)))
                (_exposed ??= new(SymbolEqualityComparer.Default)).Add(variable);
        }
    }

    // A structure changes with each of its parts, and its members may change it.
    private static bool IsChanged(IOperation reference) => IsWritten(reference) || (TypeFacts.MayBeStructure(reference.Type) && reference.Parent switch
    {
        IMemberReferenceOperation part when part.Instance == reference => IsChanged(part) || (part is not IFieldReferenceOperation && !TypeFacts.IsOfFramework(part.Member.ContainingType)),
        IInvocationOperation call when call.Instance == reference => reference.Type is ITypeParameterSymbol || !TypeFacts.IsOfFramework(call.TargetMethod.ContainingType),
        _ => false,
    });

    /// <summary>Whether an operation asks a collection or a text for its size. Extensions of the user's own may have the same name.</summary>
    public static bool IsSize(IOperation? member) =>
        member is IPropertyReferenceOperation { Property: { Name: "Count" or "Length", ContainingType: { } owner } } && TypeFacts.IsOfFramework(owner);

    /// <summary>Whether an operation stands where it is assigned, or may be.</summary>
    public static bool IsWritten(IOperation reference) => reference.Parent?.Kind switch
    {
        OperationKind.Argument => ((IArgumentOperation)reference.Parent).Parameter is { RefKind: RefKind.Ref or RefKind.Out },
        OperationKind.Tuple or OperationKind.DeclarationExpression or OperationKind.Increment or OperationKind.Decrement => true,
        OperationKind.SimpleAssignment or OperationKind.CompoundAssignment or OperationKind.CoalesceAssignment or OperationKind.DeconstructionAssignment =>
            ((IAssignmentOperation)reference.Parent).Target == reference,
        _ => false,
    };
}
