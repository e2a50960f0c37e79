using DiscountCard.Generator.Model;
using static DiscountCard.Generator.Emit.SourceFile;

namespace DiscountCard.Generator.Emit;

/// <summary>Emits an operation: its part of the interface and of the client, and its error codes.</summary>
internal static class OperationEmitter
{
    public static SourceFile Emit(OperationModel operation, ContractNames names)
    {
        var writer = Start(names);
        using (writer.Braces($"partial interface {names.ClientInterface}"))
        {
            EmitDocumentation(writer, operation);
            writer.EmitObsolete(operation.Deprecated);
            writer.Write($"{Signature(operation, names)};");
        }
        writer.Line();
        using (writer.Braces($"partial class {names.Client}"))
        {
            EmitDescription(writer, operation, names);
            writer.Line();
            writer.Write("/// <inheritdoc/>");
            writer.EmitObsolete(operation.Deprecated);
            new CallEmitter(writer, operation, names).Emit("public " + Signature(operation, names));
        }
        if (operation.Errors.Count > 0)
        {
            writer.Line();
            EmitErrors(writer, operation, names);
        }
        return new(HintNameOf(names, $"{names.Client}.{operation.Id}"), writer.ToString());
    }

    private static string Signature(OperationModel operation, ContractNames names)
    {
        var required = operation.Parameters.Where(p => p.Required).Select(p => Declaration(p, names)).ToList();
        var optional = operation.Parameters.Where(p => !p.Required).Select(p => Declaration(p, names)).ToList();
        if (operation.Body is { Upload: not null } upload)
            required.AddRange([$"{upload.Type.Declaration(names)} {upload.ParameterName}", "string fileName", "global::System.IO.Stream content", "string contentType"]);
        else if (operation.Body is { } body)
            (body.Required ? required : optional).Add($"{body.Type.Declaration(names)}{(body.Required ? "" : "?")} {body.ParameterName}{(body.Required ? "" : " = null")}");
        var result = operation.Result switch
        {
            { Kind: ResultKind.Json, Type: { } type } => $"<{type.Declaration(names)}>",
            { Kind: ResultKind.Stream } => "<global::System.IO.Stream>",
            _ => "",
        };
        var parameters = required.Concat(optional).Append("global::System.Threading.CancellationToken cancellationToken = default");
        return $"global::System.Threading.Tasks.Task{result} {operation.Id}Async({string.Join(", ", parameters)})";
    }

    private static string Declaration(ParameterModel parameter, ContractNames names)
    {
        var attributes = string.Concat(ConstraintAttributes.Of(parameter).Select(a => a + " "));
        return $"{attributes}{parameter.Type.Declaration(names)}{(parameter.Required ? "" : "?")} {parameter.Name}{(parameter.Required ? "" : " = null")}";
    }

    private static void EmitDocumentation(SourceWriter writer, OperationModel operation)
    {
        writer.Document(operation.Documentation, $"The operation {operation.Id}.", $"<para><c>{operation.Method} {CSharpText.Inline(operation.Path)}</c></para>");
        foreach (var parameter in operation.Parameters)
        {
            var words = DocumentationWriter.Sentences(parameter.Type).Prepend(parameter.Documentation.Summary is { } summary ? CSharpText.InlineDescription(summary) : CSharpText.Inline(parameter.WireName));
            if (parameter.Documentation.Remarks is { } remarks)
                words = words.Append(CSharpText.InlineDescription(remarks));
            writer.Parameter(parameter.Name, string.Join(" ", words));
        }
        if (operation.Body is { } body)
            writer.Parameter(body.ParameterName, CSharpText.InlineDescription(body.Description ?? "The body."));
        if (operation.Body is { Upload: not null })
        {
            writer.Parameter("fileName", "The file's name.");
            writer.Parameter("content", "The file, from where the stream stands to its end. It is not disposed of.");
            writer.Parameter("contentType", "The file's media type, such as <c>image/png</c>.");
        }
        writer.Parameter("cancellationToken", operation.IsSafe ? "Gives up waiting; the call changes nothing on the server." : "Gives up waiting; whether the server has applied the call is then unknown.");
        if (operation.Result.Kind != ResultKind.Nothing)
            writer.Element("returns", [CSharpText.InlineDescription(operation.Result.Description ?? "The answer.") + (operation.Result.Kind == ResultKind.Stream ? " The caller disposes of the stream." : "")]);
        writer.Write($"/// <exception cref=\"{Runtime}.ContractViolationException\">The request breaks the contract; nothing was sent.</exception>");
        writer.Write($"/// <exception cref=\"{Runtime}.ContractException\">The call failed; {(operation.IsSafe ? "it changes nothing on the server" : "its <c>Outcome</c> says whether the server has applied it")}.</exception>");
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
            if (operation.Result.StatusCodes.Count == 0)
                writer.Write("AnySuccessStatus = true,");
            if (!operation.Result.IsSigned)
                writer.Write("AnswerIsSigned = false,");
            if (operation.EncryptsBody)
                writer.Write("EncryptsBody = true,");
            writer.Write($"Errors = {(operation.Errors.Count == 0 ? "[]" : $"{names.Global(operation.Id)}Errors.All")},");
        }
    }

    private static void EmitErrors(SourceWriter writer, OperationModel operation, ContractNames names)
    {
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
