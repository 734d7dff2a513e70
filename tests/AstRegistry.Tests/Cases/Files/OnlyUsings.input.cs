using System;
using Text = System.String;
