using System.Text.RegularExpressions;

namespace DiscountCard.Generator.Tests;

/// <summary>
/// Compares text with a file that was read and accepted. Files are named as Verify names those of a source generator:
/// on a mismatch a <c>.received.</c> file lies beside the <c>.verified.</c> one, to be compared and renamed.
/// </summary>
internal static partial class Snapshot
{
    /// <summary>Compares every generated file; a file too many or too few is a mismatch as well.</summary>
    public static void Verify(IReadOnlyDictionary<string, string> files, string name)
    {
        var mismatches = new List<string>();
        foreach (var (hint, text) in files)
        {
            var verified = FileOf(name, hint, "verified");
            var received = FileOf(name, hint, "received");
            var scrubbed = Version().Replace(text, "$1{version}$2");
            if (File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings("\n") == scrubbed)
            {
                File.Delete(received);
                continue;
            }
            File.WriteAllText(received, scrubbed);
            mismatches.Add(received);
        }
        var expected = files.Keys.Select(hint => FileOf(name, hint, "verified")).ToHashSet(StringComparer.Ordinal);
        mismatches.AddRange(Directory.GetFiles(TestProject.SnapshotFolder, $"{name}#*.verified.cs").Where(file => !expected.Contains(file)));
        Assert.True(mismatches.Count == 0, "Differs from what was accepted:\n" + string.Join("\n", mismatches));
    }

    private static string FileOf(string name, string hint, string state) =>
        Path.Combine(TestProject.SnapshotFolder, $"{name}#{Path.GetFileNameWithoutExtension(hint)}.{state}.cs");

    // A release raises the version in every file: no reason to read them all again.
    [GeneratedRegex("""(GeneratedCode\("DiscountCard\.Generator", ")[0-9.]+("\))""")]
    private static partial Regex Version();
}
