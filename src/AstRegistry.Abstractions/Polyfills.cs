#if NETSTANDARD2_0
namespace System.Runtime.CompilerServices
{
    // The compiler looks these up by name; netstandard2.0 does not have them.
    internal static class IsExternalInit;

    [AttributeUsage(AttributeTargets.All, Inherited = false)]
    internal sealed class RequiredMemberAttribute : Attribute;

    [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
    internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        public string FeatureName { get; } = featureName;
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
    {
        public bool ReturnValue { get; } = returnValue;
    }
}
#else
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

// Assemblies built against the netstandard2.0 form look for these here; beside a newer form they find the framework's.
[assembly: TypeForwardedTo(typeof(IsExternalInit))]
[assembly: TypeForwardedTo(typeof(RequiredMemberAttribute))]
[assembly: TypeForwardedTo(typeof(CompilerFeatureRequiredAttribute))]
[assembly: TypeForwardedTo(typeof(NotNullWhenAttribute))]
#endif
