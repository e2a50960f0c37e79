using DiscountCard.Generator.Model;
using static DiscountCard.Generator.Emit.SourceFile;

namespace DiscountCard.Generator.Emit;

/// <summary>Emits an operation: its part of the interface and of the client, and its error codes.</summary>
internal static class OperationEmitter
{
    private const string Cancellation = "global::System.Threading.CancellationToken cancellationToken";

    public static SourceFile Emit(OperationModel operation, ContractNames names)
    {
        var writer = Start(names);
        using (writer.Braces($"partial interface {names.ClientInterface}"))
        {
            EmitDocumentation(writer, operation);
            EmitObsolete(writer, operation);
            writer.Write($"{Signature(operation, names, attributes: true)};");
        }
        writer.Line();
        using (writer.Braces($"partial class {names.Client}"))
        {
            EmitDescription(writer, operation, names);
            writer.Line();
            writer.Write("/// <inheritdoc/>");
            EmitObsolete(writer, operation);
            EmitMethod(writer, operation, names);
        }
        writer.Line();
        EmitErrors(writer, operation, names);
        return new(HintNameOf(names, $"{names.Client}.{operation.Id}"), writer.ToString());
    }

    private static string Signature(OperationModel operation, ContractNames names, bool attributes)
    {
        var parameters = operation.Parameters.Select(p => $"{(attributes ? Attributes(p) : "")}string {p.Name}").ToList();
        if (operation.Body is { } body)
            parameters.Add($"{body.Type.Declaration(names)} {body.ParameterName}");
        parameters.Add($"{Cancellation} = default");
        return $"global::System.Threading.Tasks.Task<{operation.Result.Type.Declaration(names)}> {operation.Id}Async({string.Join(", ", parameters)})";
    }

    private static string Attributes(ParameterModel parameter) =>
        string.Concat(ConstraintAttributes.Of(parameter.Limits, parameter.Pointer).Select(a => a + " "));

    private static void EmitDocumentation(SourceWriter writer, OperationModel operation)
    {
        writer.Document(operation.Documentation, $"The operation {operation.Id}.", $"<para><c>{operation.Method} {CSharpText.Inline(operation.Path)}</c></para>");
        foreach (var parameter in operation.Parameters)
        {
            var words = DocumentationWriter.Words(parameter.Limits) is { } limits ? " " + limits.Replace("<para>", "").Replace("</para>", "") : "";
            writer.Parameter(parameter.Name, (parameter.Documentation.Summary ?? parameter.WireName) + words);
        }
        if (operation.Body is { } body)
            writer.Parameter(body.ParameterName, body.Description ?? "The body.");
        writer.Parameter("cancellationToken", "Gives up waiting; whether the server has applied the call is then unknown.");
        writer.Element("returns", [CSharpText.Inline(operation.Result.Description ?? "The answer.")]);
        writer.Write($"/// <exception cref=\"{Runtime}.ContractViolationException\">The request breaks the contract; nothing was sent.</exception>");
        writer.Write($"/// <exception cref=\"{Runtime}.ContractException\">The call failed; its <c>Outcome</c> says whether the server has applied it.</exception>");
    }

    private static void EmitObsolete(SourceWriter writer, OperationModel operation)
    {
        if (operation.Deprecated)
            writer.Write("[global::System.Obsolete(\"The contract marks it deprecated.\")]");
    }

    private static void EmitDescription(SourceWriter writer, OperationModel operation, ContractNames names)
    {
        using (writer.Braces($"private static readonly {Runtime}.ContractOperation s_{operation.Id} = new()", "};"))
        {
            writer.Write($"Id = {CSharpText.Literal(operation.Id)},");
            writer.Write($"Method = new global::System.Net.Http.HttpMethod({CSharpText.Literal(operation.Method)}),");
            writer.Write($"PathTemplate = {CSharpText.Literal(operation.Path)},");
            writer.Write($"Server = new global::System.Uri({CSharpText.Literal(operation.Server)}),");
            writer.Write($"SuccessStatusCodes = [{string.Join(", ", operation.Result.StatusCodes)}],");
            writer.Write($"Errors = {(operation.Errors.Count == 0 ? "[]" : $"{names.Global(operation.Id)}Errors.All")},");
        }
    }

    private static void EmitMethod(SourceWriter writer, OperationModel operation, ContractNames names)
    {
        using var method = writer.Braces("public " + Signature(operation, names, attributes: true));
        writer.Write($"var call = new {Runtime}.ContractCall(s_{operation.Id});");
        foreach (var parameter in operation.Parameters)
        {
            var bounds = RecordEmitter.Bounds(parameter.Limits.MinLength, parameter.Limits.MaxLength).Replace("min:", "minLength:").Replace("max:", "maxLength:");
            writer.Write($"call.PathText({CSharpText.Literal(parameter.WireName)}, {parameter.Name}{bounds});");
        }
        if (operation.Body is { } body)
            writer.Write($"call.Body({body.ParameterName}, {TypeInfo(body.Type, names)});");
        writer.Write($"return call.SendAsync(_http, {TypeInfo(operation.Result.Type, names)}, cancellationToken);");
    }

    private static string TypeInfo(TypeReference type, ContractNames names) => $"{names.Global(names.JsonContext)}.Default.{type.Name}";

    private static void EmitErrors(SourceWriter writer, OperationModel operation, ContractNames names)
    {
        if (operation.Errors.Count == 0)
            return;
        writer.Write($"/// <summary>The errors that the contract documents for {operation.Id}.</summary>");
        writer.Write(Marker);
        using (writer.Braces($"{names.Accessibility} static class {operation.Id}Errors"))
        {
            foreach (var error in operation.Errors)
            {
                writer.Document(new(error.Description, error.Remedy, null), error.Code, $"<para><c>{CSharpText.Inline(error.Code)}</c>, HTTP {error.StatusCode}</para>");
                writer.Write($"public static {Runtime}.ContractError {error.Name} {{ get; }} = new({CSharpText.Literal(error.Code)}, {error.StatusCode}, {CSharpText.Literal(error.Description)}, {CSharpText.Literal(error.Remedy)});");
                writer.Line();
            }
            writer.Write("/// <summary>All of them, in the contract's order.</summary>");
            writer.Write($"public static global::System.Collections.Generic.IReadOnlyList<{Runtime}.ContractError> All {{ get; }} = [{string.Join(", ", operation.Errors.Select(e => e.Name))}];");
        }
    }
}
