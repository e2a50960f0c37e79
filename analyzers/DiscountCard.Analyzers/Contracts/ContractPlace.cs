using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Contracts;

/// <summary>Where a contract asks for something.</summary>
/// <param name="Pointer">The file's name and a JSON pointer into it, as the attribute gives them; empty when it gives none.</param>
/// <param name="Documents">Where the file may be found.</param>
internal readonly record struct ContractPlace(string Pointer, ContractDocuments Documents)
{
    /// <summary>The place in the contract's file; null when that is not part of the compilation.</summary>
    public Location? Location => Pointer.Length == 0 ? null : Documents.Find(Pointer);

    /// <summary>The place at the end of a message.</summary>
    public override string ToString() => Pointer.Length == 0 ? "" : $" ({Pointer})";
}
