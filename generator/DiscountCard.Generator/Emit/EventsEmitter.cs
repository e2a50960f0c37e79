using DiscountCard.Generator.Model;
using static DiscountCard.Generator.Emit.SourceFile;

namespace DiscountCard.Generator.Emit;

/// <summary>Emits the notifications that the contract describes: their names, and how what they carry is read.</summary>
internal static class EventsEmitter
{
    public static SourceFile Emit(EventsModel events)
    {
        var names = events.Names;
        var writer = Start(names);
        writer.Write($"/// <summary>The notifications of {CSharpText.Inline(names.File)}.</summary>");
        writer.Write(Marker);
        using (writer.Braces($"{names.Accessibility} static class {names.Events}"))
        {
            foreach (var model in events.Events)
            {
                var type = $"{Runtime}.ContractEvent<{model.Resource.Declaration(names)}>";
                writer.Document(new(model.Description, null, null), model.EventType, $"<para><c>event_type</c>: <c>{CSharpText.Inline(model.EventType)}</c></para>");
                writer.Write($"public static {type} {model.Name} {{ get; }} = new({CSharpText.Literal(model.EventType)}, {names.Global(names.JsonContext)}.Default.{JsonContextEmitter.PropertyName(model.Resource.Name!)});");
                writer.Line();
            }
        }
        return new(HintNameOf(names, names.Events), writer.ToString());
    }
}
