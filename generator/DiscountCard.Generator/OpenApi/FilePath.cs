namespace DiscountCard.Generator.OpenApi;

/// <summary>Paths as texts: a generator never asks the file system.</summary>
internal static class FilePath
{
    /// <summary>A path with slashes, and without steps that go nowhere or back.</summary>
    public static string Normalize(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Replace('\\', '/').Split('/'))
        {
            if (segment != ".." || segments.Count == 0 || segments[segments.Count - 1] == "..")
            {
                if (segment != ".")
                    segments.Add(segment);
            }
            else if (segments.Count > 1 || segments[0].Length > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
        }
        return string.Join("/", segments);
    }

    /// <summary>The normal path of a file that another one names.</summary>
    public static string Resolve(string path, string from) => Normalize(Folder(Normalize(from)) + path);

    /// <summary>A file as another one names it; both paths are normal.</summary>
    public static string Relative(string path, string from)
    {
        var to = path.Split('/');
        var way = from.Split('/');
        var common = 0;
        while (common < Math.Min(to.Length, way.Length) - 1 && to[common] == way[common])
            common++;
        return string.Concat(Enumerable.Repeat("../", way.Length - 1 - common)) + string.Join("/", to.Skip(common));
    }

    private static string Folder(string path) => path.Substring(0, path.LastIndexOf('/') + 1);
}
