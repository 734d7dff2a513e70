using System.Globalization;

[assembly: CLSCompliant(true)]
[assembly: System.Runtime.InteropServices.ComVisible(false)]

namespace Strict;

/// <summary>Adds.</summary>
public static class Adder
{
    /// <summary>Adds two numbers.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">Another.</param>
    /// <returns>The sum, as text.</returns>
    public static string Add(int left, int right) => checked(left + right).ToString(CultureInfo.InvariantCulture);
}
