using System;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Mono.Cecil;

/// <summary>
/// Copies an assembly under another simple name: without strong name, with every type internal and visible to one friend only.
/// The same input always gives the same bytes.
/// </summary>
/// <remarks>MSBuild compiles this file when the build needs it (see PrivateYaml.targets); it is not part of the project.</remarks>
public sealed class GiveAssemblyPrivateIdentity : Task
{
    [Required]
    public string SourceAssembly { get; set; }

    [Required]
    public string TargetAssembly { get; set; }

    /// <summary>The simple name of the only assembly that may see the types.</summary>
    [Required]
    public string Friend { get; set; }

    public override bool Execute()
    {
        using (var assembly = AssemblyDefinition.ReadAssembly(SourceAssembly))
        {
            var name = Path.GetFileNameWithoutExtension(TargetAssembly);
            assembly.Name.Name = name;
            assembly.Name.PublicKey = new byte[0];
            assembly.Name.HasPublicKey = false;
            assembly.MainModule.Name = name + ".dll";
            assembly.MainModule.Attributes &= ~ModuleAttributes.StrongNameSigned;
            foreach (var type in assembly.MainModule.Types.Where(type => type.IsPublic))
            {
                type.IsPublic = false;
            }

            BefriendOnly(assembly, Friend);
            WriteWhole(assembly, TargetAssembly);
        }

        Log.LogMessage(MessageImportance.Low, "{0} -> {1}", SourceAssembly, TargetAssembly);
        return true;
    }

    private static void BefriendOnly(AssemblyDefinition assembly, string friend)
    {
        const string attributeName = "System.Runtime.CompilerServices.InternalsVisibleToAttribute";
        foreach (var stale in assembly.CustomAttributes.Where(a => a.AttributeType.FullName == attributeName).ToList())
        {
            assembly.CustomAttributes.Remove(stale);
        }

        var module = assembly.MainModule;
        var attributeType = new TypeReference("System.Runtime.CompilerServices", "InternalsVisibleToAttribute", module, module.TypeSystem.CoreLibrary);
        var constructor = new MethodReference(".ctor", module.TypeSystem.Void, attributeType) { HasThis = true };
        constructor.Parameters.Add(new ParameterDefinition(module.TypeSystem.String));
        var attribute = new CustomAttribute(constructor);
        attribute.ConstructorArguments.Add(new CustomAttributeArgument(module.TypeSystem.String, friend));
        assembly.CustomAttributes.Add(attribute);
    }

    /// <summary>Another build of the same checkout may read or write the target at this moment: it must never see half a file.</summary>
    private static void WriteWhole(AssemblyDefinition assembly, string target)
    {
        var unfinished = target + "." + Guid.NewGuid().ToString("N");
        try
        {
            assembly.Write(unfinished, new WriterParameters { DeterministicMvid = true, Timestamp = 0 });
            var bytes = File.ReadAllBytes(unfinished);
            if (File.Exists(target) && File.ReadAllBytes(target).SequenceEqual(bytes))
            {
                File.SetLastWriteTimeUtc(target, DateTime.UtcNow);
                return;
            }

            File.Delete(target);
            File.Move(unfinished, target);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
