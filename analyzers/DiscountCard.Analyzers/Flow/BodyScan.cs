using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>What one walk over a body shows. To walk is most of what a body costs in which nothing is found.</summary>
internal sealed class BodyScan
{
    private readonly List<(IOperation Operation, IMethodSymbol Symbol)> _functions = [];
    private readonly Func<IOperation, bool>? _find;
    private HashSet<IParameterSymbol>? _outputs;

    private BodyScan(IOperation root, Func<IOperation, bool>? find)
    {
        Root = root;
        _find = find;
    }

    /// <summary>The body; of a lambda or local function, its operation.</summary>
    public IOperation Root { get; }

    /// <summary>Whether there is what cannot be followed: pointers, and variables that stand for others.</summary>
    public bool IsBeyondReach { get; private set; }

    /// <summary>Whether the body, or a function in it, is an iterator's, which runs when it is walked.</summary>
    public bool Yields { get; private set; }

    /// <summary>How many operations there are.</summary>
    public int Operations { get; private set; }

    /// <summary>Whether an operation was met that was asked for.</summary>
    public bool Found { get; private set; }

    /// <summary>The lambdas and local functions, those inside others as well.</summary>
    public IReadOnlyList<(IOperation Operation, IMethodSymbol Symbol)> Functions => _functions;

    /// <summary>The parameters, of this and of the functions inside, in which values are given back.</summary>
    public IReadOnlyCollection<IParameterSymbol> Outputs => (IReadOnlyCollection<IParameterSymbol>?)_outputs ?? [];

    /// <summary>Walks over a body.</summary>
    /// <param name="root">The body; of a lambda or local function, its operation.</param>
    /// <param name="find">What to look for; it is asked until it has answered yes once.</param>
    public static BodyScan Of(IOperation root, Func<IOperation, bool>? find = null)
    {
        var scan = new BodyScan(root, find);
        foreach (var operation in root.Descendants())
        {
            scan.Operations++;
            scan.Found = scan.Found || (find is not null && find(operation));
            scan.Add(operation, operation.Kind);
        }
        return scan;
    }

    /// <summary>The operation of a lambda or local function; null when it is not one of these.</summary>
    public IOperation? Find(IMethodSymbol function)
    {
        foreach (var (operation, symbol) in _functions)
        {
            if (SymbolEqualityComparer.Default.Equals(symbol, function))
                return operation;
        }
        return null;
    }

    /// <summary>What the same walk shows over a lambda or local function in the body; null when nothing was asked for, or nothing that was is there.</summary>
    public BodyScan? Within(IMethodSymbol function) =>
        Find(function) is { } inner && Of(inner, _find) is { Found: true } scan ? scan : null;

    private void Add(IOperation operation, OperationKind kind)
    {
        if (kind == OperationKind.ParameterReference && ((IParameterReferenceOperation)operation).Parameter is { RefKind: RefKind.Ref or RefKind.Out } output)
            (_outputs ??= new(SymbolEqualityComparer.Default)).Add(output);
        switch (kind)
        {
            case OperationKind.AddressOf or OperationKind.FunctionPointerInvocation or OperationKind.DynamicInvocation or OperationKind.DynamicMemberReference:
            case OperationKind.VariableDeclarator when ((IVariableDeclaratorOperation)operation).Symbol.RefKind != RefKind.None:
            case OperationKind.Conditional when ((IConditionalOperation)operation).IsRef:
            case OperationKind.Argument when operation is IArgumentOperation { Parameter.RefKind: not RefKind.None, Parent: { } call } && KeepsReference(call):
            case OperationKind.Invocation when IsUnsafe(((IInvocationOperation)operation).TargetMethod.ContainingType):
            case OperationKind.VariableDeclarator when ((IVariableDeclaratorOperation)operation).Symbol.Type is { TypeKind: TypeKind.Pointer } or { SpecialType: SpecialType.System_TypedReference }:
            case OperationKind.InlineArrayAccess:
            case OperationKind.MethodReference when operation is IMethodReferenceOperation reference && (HidesReceiver(reference) || IsUnsafe(reference.Method.ContainingType)):
            case OperationKind.None when operation.Type is { SpecialType: SpecialType.System_TypedReference }:
            case OperationKind.Conversion when IsViewOfStructure((IConversionOperation)operation):
            case OperationKind.LocalReference or OperationKind.ParameterReference or OperationKind.FieldReference or OperationKind.PropertyReference or OperationKind.Invocation
                or OperationKind.ArrayElementReference or OperationKind.Conversion when operation.Type is { TypeKind: TypeKind.Dynamic }:
                IsBeyondReach = true;
                break;
            case OperationKind.YieldReturn or OperationKind.YieldBreak:
                Yields = true;
                break;
            case OperationKind.AnonymousFunction:
                _functions.Add((operation, ((IAnonymousFunctionOperation)operation).Symbol));
                break;
            case OperationKind.LocalFunction:
                _functions.Add((operation, ((ILocalFunctionOperation)operation).Symbol));
                break;
        }
    }

    // Of a delegate made of an extension, the graph does not show what stands before the dot, nor that the delegate keeps it.
    private static bool HidesReceiver(IMethodReferenceOperation reference) => reference is { Instance: not null, Method: { IsStatic: true } or { IsExtensionMethod: true } };

    // What is written to the view of an inline array is written to the variable.
    private static bool IsViewOfStructure(IConversionOperation conversion) =>
        conversion is { OperatorMethod: null, Operand.Type: { IsValueType: true } from, Type: { } to } && TypeFacts.IsView(to) && !TypeFacts.IsView(from);

    // These let one write to what else never changes.
    private static bool IsUnsafe(INamedTypeSymbol type) =>
        (type.Name is "ImmutableCollectionsMarshal" or "MemoryMarshal" && TypeFacts.IsIn(type, "System.Runtime.InteropServices"))
        || (type.Name == "Unsafe" && TypeFacts.IsIn(type, "System.Runtime.CompilerServices"));

    // What is made of a reference to a variable can change it later under another name.
    private static bool KeepsReference(IOperation call) => call switch
    {
        IInvocationOperation { TargetMethod: { ReturnsByRef: true } or { ReturnType.IsRefLikeType: true } } => true,
        IObjectCreationOperation { Type.IsRefLikeType: true } => true,
        IInvocationOperation { TargetMethod: { } method, Arguments: var given, Instance: var instance } when !TypeFacts.IsOfFramework(method.ContainingType) =>
            instance is { Type.IsRefLikeType: true }
            || (given.Any(argument => argument is { Parameter.RefKind: not RefKind.None, Value.Type.IsRefLikeType: true }) && given.Count(argument => argument is { Parameter.RefKind: not RefKind.None }) > 1),
        _ => false,
    };
}
