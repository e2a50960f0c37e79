using DiscountCard.Generator.Model;
using static DiscountCard.Generator.Emit.SourceFile;

namespace DiscountCard.Generator.Emit;

/// <summary>Emits the method that makes a call: hand over and check each parameter and the body, send, return the answer.</summary>
internal sealed class CallEmitter(SourceWriter writer, OperationModel operation, ContractNames names)
{
    private const string Json = "global::System.Text.Json";

    public void Emit(string signature)
    {
        var checks = new ChecksEmitter(writer, names);
        using (writer.Braces(signature))
        {
            writer.Write($"var call = new {Runtime}.ContractCall(s_{operation.Id});");
            foreach (var parameter in operation.Parameters)
                EmitParameter(parameter, checks);
            if (operation.Body is { } body)
                EmitBody(body, checks);
            writer.Write(operation.Result.Kind switch
            {
                ResultKind.Json => $"return call.SendAsync(_http, {TypeInfo(operation.Result.Type!, "Response")}, cancellationToken);",
                ResultKind.Stream => "return call.SendForStreamAsync(_http, cancellationToken);",
                _ => "return call.SendAsync(_http, cancellationToken);",
            });
        }
        checks.EmitFields();
        EmitRoot(operation.Body?.Type, "Request");
        EmitRoot(operation.Result.Type, "Response");
    }

    private void EmitParameter(ParameterModel parameter, ChecksEmitter checks)
    {
        var name = CSharpText.Literal(parameter.WireName);
        if (parameter.Required)
            EmitNullCheck(parameter.Type, parameter.Name);
        if (parameter is { Place: ParameterPlace.Path, Type.Kind: ValueKind.Text })
        {
            var limits = parameter.Type.Limits;
            writer.Write($"call.PathText({name}, {parameter.Name}{ChecksEmitter.LengthBounds(limits, "minLength", "maxLength")});");
            EmitChecks(parameter with { Type = parameter.Type with { Limits = limits with { MinLength = null, MaxLength = null } } }, name, checks);
            return;
        }
        EmitChecks(parameter, name, checks);
        EmitValue(parameter, name);
    }

    private static TypeReference Innermost(TypeReference type) => type is { Kind: ValueKind.JsonText, Item: { } item } ? Innermost(item) : type;

    // The runtime checks as well, but knows only its own name of the argument.
    private void EmitNullCheck(TypeReference type, string argument)
    {
        if (type.IsReference)
            writer.Write($"global::System.ArgumentNullException.ThrowIfNull({argument});");
    }

    private void EmitChecks(ParameterModel parameter, string name, ChecksEmitter checks) => checks.Emit(
        parameter.Type,
        name,
        parameter.Name,
        !parameter.Required,
        $"{operation.Id}_{CSharpName.Pascal(parameter.Name)}",
        $"call.In({Runtime}.RequestPart.{parameter.Place})");

    private void EmitValue(ParameterModel parameter, string name)
    {
        if (parameter.Type.Kind == ValueKind.List)
        {
            var texts = $"global::System.Linq.Enumerable.Select({parameter.Name}, item => {parameter.Type.Item!.WireText("item")})";
            writer.Write($"call.QueryList({name}, {(parameter.Required ? texts : $"{parameter.Name} is null ? null : {texts}")}, explode: {(parameter.Explode ? "true" : "false")});");
            return;
        }
        // Checks look at an address with "?.", behind which the compiler takes it for one that may be null.
        var given = parameter.Required && Innermost(parameter.Type).Kind == ValueKind.Uri ? parameter.Name + "!" : parameter.Name;
        if (parameter.Type is { Kind: ValueKind.JsonText, Item: { } content })
        {
            if (!parameter.Required)
                writer.Write($"if ({parameter.Name} is not null)");
            using var indentation = parameter.Required ? default : writer.Indent();
            writer.Write($"call.QueryJson({name}, {(parameter.Required || content.IsReference ? given : $"{parameter.Name}.Value")}, {content.ItemWriter(names)});");
            return;
        }
        var method = parameter.Place == ParameterPlace.Path ? "PathValue" : parameter.Place.ToString();
        var text = parameter.Type.WireText(parameter.Required || parameter.Type.IsReference ? given : $"{parameter.Name}.Value");
        writer.Write($"call.{method}({name}, {(parameter.Required || parameter.Type.Kind == ValueKind.Text ? text : $"{parameter.Name} is null ? null : {text}")});");
    }

    private void EmitBody(BodyModel body, ChecksEmitter checks)
    {
        if (body.Required)
            EmitNullCheck(body.Type, body.ParameterName);
        if (body.Upload is { } upload)
        {
            writer.Write($"call.Multipart({CSharpText.Literal(upload.Meta)}, {body.ParameterName}, {TypeInfo(body.Type, "Request")}, fileName, content, contentType, {CSharpText.Literal(upload.File)});");
            return;
        }
        var value = body.Required || body.Type.IsReference ? body.ParameterName : $"{body.ParameterName}.Value";
        if (!body.Required)
            writer.Write($"if ({body.ParameterName} is not null)");
        using var indentation = body.Required ? default : writer.Indent();
        if (body.Type.Kind == ValueKind.Object || !ChecksEmitter.HasChecks(body.Type))
        {
            writer.Write($"call.Body({value}, {TypeInfo(body.Type, "Request")});");
            return;
        }
        using (writer.Braces($"call.Body({value}, {TypeInfo(body.Type, "Request")}, static (validator, value) =>", "});"))
            checks.Emit(body.Type, "null", "value", nullable: false, operation.Id + "__Body");
    }

    private string TypeInfo(TypeReference type, string side) =>
        IsOfContext(type) ? $"Json.{JsonContextEmitter.PropertyName(type.Name!)}" : $"{operation.Id}_{side}()";

    // The underscore, which no name of an operation holds, keeps the members of "Query" apart from those of "QueryOrder".
    // What has no type of its own in the context, such as a list at the root, gets its metadata here.
    private void EmitRoot(TypeReference? type, string side)
    {
        if (type is null || IsOfContext(type))
            return;
        var declaration = type.Declaration(names);
        writer.Write($$"""

            private {{Json}}.Serialization.Metadata.JsonTypeInfo<{{declaration}}> {{operation.Id}}_{{side}}() =>
                {{Json}}.Serialization.Metadata.JsonMetadataServices.CreateValueInfo<{{declaration}}>(Json.Options, new {{operation.Id}}{{side}}Converter());

            private sealed class {{operation.Id}}{{side}}Converter : {{Json}}.Serialization.JsonConverter<{{declaration}}>
            {
                public override {{declaration}} Read(ref {{Json}}.Utf8JsonReader reader, global::System.Type typeToConvert, {{Json}}.JsonSerializerOptions options) =>
                    {{Runtime}}.JsonWire.ReadRoot(ref reader, options, {{type.ItemReader(names)}});

                public override void Write({{Json}}.Utf8JsonWriter writer, {{declaration}} value, {{Json}}.JsonSerializerOptions options) =>
                    {{type.Write(names, "value")}};
            }
            """);
    }

    private static bool IsOfContext(TypeReference type) => type.Kind is ValueKind.Object or ValueKind.Enum or ValueKind.IntegerEnum;
}
