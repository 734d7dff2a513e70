using AstRegistry;

// Prints the id of each function, a line each.
foreach (FunctionRecord function in Ledger.AppRegistry.Instance.Functions) Console.WriteLine($"{function.Id} {function.Key}");

namespace Ledger
{
    public class Account
    {
        public int Balance(int[] bookings)
        {
            var balance = 0;
            foreach (var booking in bookings) balance += booking;
            return balance;
        }

#if NET10_0_OR_GREATER
        public int NewerOnly() => 10;
#endif
    }
}
